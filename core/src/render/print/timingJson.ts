import type { ClientResult } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { operationName, stepText, vertexName } from '../words/names.js';

/** `share` of all take at most `ms`. */
interface PercentileJson {
  readonly share: number;
  readonly ms: number;
}

/** How an answer's time varies, and when a read sees a write. */
export interface TimingJson {
  /** Absent: no round trip on the way varies, or one is not known. */
  readonly percentiles?: readonly PercentileJson[];
  /** Why it is not known; absent: it is, or no link declares a round trip, or reads miss no write without a fault. */
  readonly freshnessNotKnown?: string;
  /** Absent: its reads miss no write on the healthy network, or it is not known. */
  readonly freshness?: {
    readonly step: string;
    readonly writer: { readonly operation: string; readonly client: string };
    /** The share of reads that see the write right after its acknowledgement. */
    readonly atOnce: number;
    readonly after: readonly PercentileJson[];
  };
}

export function timingJson(model: Model, result: ClientResult): TimingJson {
  const { operation, percentiles, freshness, freshnessNotKnown } = result;
  const step = model.operations[operation]?.steps[freshness?.step ?? -1];
  return {
    ...(percentiles === undefined ? {} : { percentiles: percentiles.map(rounded) }),
    ...(freshnessNotKnown === undefined ? {} : { freshnessNotKnown }),
    ...(freshness === undefined || step === undefined
      ? {}
      : {
          freshness: {
            step: stepText(model, step),
            writer: {
              operation: operationName(model, freshness.writer.operation),
              client: vertexName(model, freshness.writer.client),
            },
            atOnce: Number(freshness.atOnce.toPrecision(6)),
            after: freshness.after.map(rounded),
          },
        }),
  };
}

/** Four digits are more than the tables have. */
function rounded({ share, ms }: PercentileJson): PercentileJson {
  return { share, ms: Number(ms.toPrecision(4)) };
}
