export { isBelow, readBelow, slashes, type Texts } from './below.js';
export { decode, MAX_BYTES, NotRegular, readRegular } from './regular.js';
