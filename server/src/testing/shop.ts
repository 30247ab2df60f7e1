/** A network, and designs on it that include its file. */

export const TOPOLOGY =
  'zone us { node us1, us2 }\nzone eu { node eu1 }\nlink ocean: us -- eu 80ms\npartition atlantic { us | eu }\n';

export const design = (store: string): string =>
  `include "net/topology.cap"\n\nclient web in eu\nstore ${store} on us1, us2, eu1 { choose CP }\noperation ` +
  `buy: write ${store} from web\nexpect buy error under atlantic\n`;
