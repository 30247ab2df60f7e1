export { isBelow, readBelow, readBelowLater, slashes, type Texts } from './below.js';
export { decode, MAX_BYTES, NotRegular, readRegular } from './regular.js';
