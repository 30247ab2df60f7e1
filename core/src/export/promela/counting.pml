/* ---- Counting, in C. What is noted of a fault is kept until the next one begins; then it is known in which verdicts the fault can end. ---- */

c_decl {
\#if defined(BFS) || defined(BFS_PAR) || (defined(NCORE) && NCORE > 1) || defined(BITSTATE)
\#error faults are counted one after the other: compile without BFS, NCORE and BITSTATE
\#endif

#define ASKS «requests»
#define SCENARIOS «scenarios»
#define STEPS «most steps»
#define FAULTS «faults»

static const char *asked[ASKS] = { «names of requests» };
static const int steps_of[ASKS] = { «steps of requests» };
#define SLOTS «kinds of answers»

enum { K_OK, K_ERROR, K_STALE_LAG, K_STALE_HEAL, K_DIRTY, K_UNKNOWN, K_PARTIAL, K_CONFLICT_LAG, K_CONFLICT_HEAL, K_LOST, KEYS };
static const char *keys[KEYS] = { "ok", "error", "stale/lag", "stale/heal", "dirty", "unknown", "partial", "conflict/lag", "conflict/heal", "lost" };

/* For each request, its steps: 1 where a write of an earlier step has taken effect and a write is left. */
static const unsigned char half_done[ASKS][STEPS] = { «half done» };

/* Requests through services: what their client gets that does not hear the result. Every second scenario is of such. */
static const int silence[ASKS] = { «silence» };

static unsigned char noted[ASKS][SCENARIOS];
static unsigned short notes[ASKS][SCENARIOS][STEPS][SLOTS];
static unsigned long counts[ASKS][KEYS], faults;

/* What an answer can be, as bits of keys. What can last until the heal is not counted for the lag as well; ok is what no harm can come to. */
static int keys_of(int bits) {
  int found = 0;
  if (!(bits & 4)) return 0;
  if (bits & 16) found |= 1 << K_STALE_HEAL; else if (bits & 8) found |= 1 << K_STALE_LAG;
  if (bits & 64) found |= 1 << K_CONFLICT_HEAL; else if (bits & 32) found |= 1 << K_CONFLICT_LAG;
  if (bits & 128) found |= 1 << K_LOST;
  if (bits & 256) found |= 1 << K_DIRTY;
  return found ? found : 1 << K_OK;
}

/* The steps of an operation end in the worst of their verdicts, and the operation at the first step that fails. */
static int outcomes(int ask, unsigned short of[STEPS][SLOTS]) {
  int steps = steps_of[ask], step, slot, key, found = 0, all = 0, least = 0, goes_on = 1;
  for (step = 0; step < steps; step++) {
    int here = 0;
    found |= keys_of(of[step][3]) & ~(1 << K_OK);
    for (slot = 0; slot < SLOTS; slot++) {
      if (slot == 3) continue;
      here |= keys_of(of[step][slot]);
      if (of[step][slot] & 1) found |= 1 << (half_done[ask][step] ? K_PARTIAL : K_ERROR);
      if (of[step][slot] & 2) found |= 1 << (half_done[ask][step] ? K_PARTIAL : K_UNKNOWN);
    }
    if (!here) goes_on = 0;
    for (key = 0; here && !(here >> key & 1); key++);
    if (key > least) least = key;
    all |= here;
  }
  return goes_on ? found | (all >> least << least) : found;
}

/* What ended half done stays so, whether its client hears of it or not. */
static int heard(int ask, int scenario, int of) {
  int partial = of & 1 << K_PARTIAL;
  if (!«has services» || scenario % 2 == 0) return of;
  return partial | (of == partial ? 0 : 1 << silence[ask]);
}

static void end_fault(void) {
  int ask, scenario, key;
  for (ask = 0; ask < ASKS; ask++) {
    int found = 0;
    for (scenario = 0; scenario < SCENARIOS; scenario++) {
      if (!noted[ask][scenario]) continue;
      found |= heard(ask, scenario, outcomes(ask, notes[ask][scenario]));
      noted[ask][scenario] = 0;
      memset(notes[ask][scenario], 0, sizeof notes[ask][scenario]);
    }
    for (key = 0; key < KEYS; key++) counts[ask][key] += found >> key & 1;
  }
}

static void report(void) {
  int ask, key;
  end_fault();
  if (faults != FAULTS) printf("NOT COMPLETE: ");
  printf("%lu of %lu faults\n", faults, (unsigned long) FAULTS);
  for (ask = 0; ask < ASKS; ask++)
    for (key = 0; key < KEYS; key++)
      if (counts[ask][key]) printf("%s: %s under %lu\n", asked[ask], keys[key], counts[ask][key]);
}

static void begin_fault(void) {
  if (faults++ == 0) atexit(report); else end_fault();
}

static void note(int ask, int scenario, int step, int slot, int what) {
  noted[ask][scenario] = 1;
  notes[ask][scenario][step][slot] |= what;
}
}
