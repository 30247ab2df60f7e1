// Properties that name no seed of their own draw from this one: what decides on a change is not chance.
import { configureGlobal } from 'fast-check';

const { NETSPLIT_SEED, NETSPLIT_FRESH_SEED } = process.env;
configureGlobal({ seed: Number(NETSPLIT_SEED ?? NETSPLIT_FRESH_SEED ?? 20121121) });
