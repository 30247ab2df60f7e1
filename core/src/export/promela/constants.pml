/* ---- The design. Sets are numbers: bit v stands for vertex v, or for link v. ---- */

«names»

#define NODES «nodes»
#define CLIENTS «clients»
#define ASKERS «askers»
#define STORES «stores»
#define EVERYBODY «everybody»
#define EVERY_NODE «every node»
#define EVERY_LINK «every link»
#define NOBODY 31         /* a bit that no set has */

#define bit(v) (1 << (v))
#define has(these, v) (((these) >> (v)) & 1)
#define size(these) («how many of the nodes»)
#define on(net, v) connected[(net) * NODES + (v)]

#define HEALTHY 0
#define BROKEN 1
