#include <tree_sitter/parser.h>

#if defined(__GNUC__) || defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif

#define LANGUAGE_VERSION 14
#define STATE_COUNT 410
#define LARGE_STATE_COUNT 2
#define SYMBOL_COUNT 149
#define ALIAS_COUNT 0
#define TOKEN_COUNT 83
#define EXTERNAL_TOKEN_COUNT 0
#define FIELD_COUNT 8
#define MAX_ALIAS_SEQUENCE_LENGTH 12
#define PRODUCTION_ID_COUNT 20

enum {
  sym_identifier = 1,
  anon_sym_SEMI = 2,
  anon_sym_include = 3,
  anon_sym_node = 4,
  anon_sym_COMMA = 5,
  anon_sym_zone = 6,
  anon_sym_LBRACE = 7,
  anon_sym_RBRACE = 8,
  anon_sym_router = 9,
  anon_sym_client = 10,
  anon_sym_in = 11,
  anon_sym_at = 12,
  anon_sym_via = 13,
  anon_sym_link = 14,
  anon_sym_COLON = 15,
  anon_sym_DASH_DASH = 16,
  anon_sym_DASH_GT = 17,
  anon_sym_mesh = 18,
  anon_sym_ = 19,
  anon_sym_fails = 20,
  anon_sym_risk = 21,
  anon_sym_store = 22,
  anon_sym_on = 23,
  anon_sym_witness = 24,
  anon_sym_observer = 25,
  anon_sym_of = 26,
  anon_sym_choose = 27,
  anon_sym_replicate = 28,
  anon_sym_EQ = 29,
  anon_sym_partition = 30,
  anon_sym_merge = 31,
  anon_sym_like = 32,
  anon_sym_detect = 33,
  anon_sym_rejoin = 34,
  anon_sym_membership = 35,
  anon_sym_requires = 36,
  anon_sym_from = 37,
  anon_sym_bounded = 38,
  anon_sym_else = 39,
  anon_sym_service = 40,
  anon_sym_operation = 41,
  anon_sym_through = 42,
  anon_sym_read = 43,
  anon_sym_write = 44,
  anon_sym_level = 45,
  anon_sym_needs = 46,
  anon_sym_PIPE = 47,
  anon_sym_cut = 48,
  anon_sym_isolate = 49,
  anon_sym_down = 50,
  anon_sym_destroyed = 51,
  anon_sym_destroy = 52,
  anon_sym_expect = 53,
  anon_sym_never = 54,
  anon_sym_beyond = 55,
  anon_sym_lag = 56,
  anon_sym_within = 57,
  anon_sym_most = 58,
  anon_sym_a = 59,
  anon_sym_year = 60,
  anon_sym_under = 61,
  anon_sym_no = 62,
  anon_sym_fault = 63,
  anon_sym_while = 64,
  anon_sym_detecting = 65,
  anon_sym_once = 66,
  anon_sym_settled = 67,
  anon_sym_accept = 68,
  anon_sym_until = 69,
  anon_sym_explore = 70,
  anon_sym_any = 71,
  sym_string = 72,
  anon_sym_ms = 73,
  anon_sym_s = 74,
  anon_sym_us = 75,
  anon_sym_s2 = 76,
  anon_sym_min = 77,
  anon_sym_h = 78,
  sym_number = 79,
  sym_percentile = 80,
  sym_day = 81,
  sym_comment = 82,
  sym_design = 83,
  sym__statement = 84,
  sym_include = 85,
  sym_node = 86,
  sym_zone = 87,
  sym_router = 88,
  sym_client = 89,
  sym_link = 90,
  sym_mesh = 91,
  sym_spread = 92,
  sym_fails = 93,
  sym_risk = 94,
  sym_store = 95,
  sym__member = 96,
  sym_choose = 97,
  sym_replicate = 98,
  sym_argument = 99,
  sym_on_partition = 100,
  sym_merge = 101,
  sym_like = 102,
  sym_detect = 103,
  sym_rejoin = 104,
  sym_membership = 105,
  sym_requires = 106,
  sym_from = 107,
  sym_else = 108,
  sym_service = 109,
  sym_operation = 110,
  sym__clients = 111,
  sym_step = 112,
  sym__demand = 113,
  sym_level = 114,
  sym_needs = 115,
  sym_partition = 116,
  sym_groups = 117,
  sym_cut = 118,
  sym_isolate = 119,
  sym_down = 120,
  sym_destroy = 121,
  sym_expect = 122,
  sym_within = 123,
  sym_share = 124,
  sym_under = 125,
  sym_phase = 126,
  sym_accept = 127,
  sym_explore = 128,
  sym_family = 129,
  sym_count = 130,
  sym__unit = 131,
  sym__name = 132,
  sym_quantity = 133,
  aux_sym_design_repeat1 = 134,
  aux_sym_node_repeat1 = 135,
  aux_sym_zone_repeat1 = 136,
  aux_sym_risk_repeat1 = 137,
  aux_sym_store_repeat1 = 138,
  aux_sym_store_repeat2 = 139,
  aux_sym_replicate_repeat1 = 140,
  aux_sym_service_repeat1 = 141,
  aux_sym_operation_repeat1 = 142,
  aux_sym_operation_repeat2 = 143,
  aux_sym_needs_repeat1 = 144,
  aux_sym_partition_repeat1 = 145,
  aux_sym_groups_repeat1 = 146,
  aux_sym_expect_repeat1 = 147,
  aux_sym_explore_repeat1 = 148,
};

static const char * const ts_symbol_names[] = {
  [ts_builtin_sym_end] = "end",
  [sym_identifier] = "identifier",
  [anon_sym_SEMI] = ";",
  [anon_sym_include] = "include",
  [anon_sym_node] = "node",
  [anon_sym_COMMA] = ",",
  [anon_sym_zone] = "zone",
  [anon_sym_LBRACE] = "{",
  [anon_sym_RBRACE] = "}",
  [anon_sym_router] = "router",
  [anon_sym_client] = "client",
  [anon_sym_in] = "in",
  [anon_sym_at] = "at",
  [anon_sym_via] = "via",
  [anon_sym_link] = "link",
  [anon_sym_COLON] = ":",
  [anon_sym_DASH_DASH] = "--",
  [anon_sym_DASH_GT] = "->",
  [anon_sym_mesh] = "mesh",
  [anon_sym_] = "±",
  [anon_sym_fails] = "fails",
  [anon_sym_risk] = "risk",
  [anon_sym_store] = "store",
  [anon_sym_on] = "on",
  [anon_sym_witness] = "witness",
  [anon_sym_observer] = "observer",
  [anon_sym_of] = "of",
  [anon_sym_choose] = "choose",
  [anon_sym_replicate] = "replicate",
  [anon_sym_EQ] = "=",
  [anon_sym_partition] = "partition",
  [anon_sym_merge] = "merge",
  [anon_sym_like] = "like",
  [anon_sym_detect] = "detect",
  [anon_sym_rejoin] = "rejoin",
  [anon_sym_membership] = "membership",
  [anon_sym_requires] = "requires",
  [anon_sym_from] = "from",
  [anon_sym_bounded] = "bounded",
  [anon_sym_else] = "else",
  [anon_sym_service] = "service",
  [anon_sym_operation] = "operation",
  [anon_sym_through] = "through",
  [anon_sym_read] = "read",
  [anon_sym_write] = "write",
  [anon_sym_level] = "level",
  [anon_sym_needs] = "needs",
  [anon_sym_PIPE] = "|",
  [anon_sym_cut] = "cut",
  [anon_sym_isolate] = "isolate",
  [anon_sym_down] = "down",
  [anon_sym_destroyed] = "destroyed",
  [anon_sym_destroy] = "destroy",
  [anon_sym_expect] = "expect",
  [anon_sym_never] = "never",
  [anon_sym_beyond] = "beyond",
  [anon_sym_lag] = "lag",
  [anon_sym_within] = "within",
  [anon_sym_most] = "most",
  [anon_sym_a] = "a",
  [anon_sym_year] = "year",
  [anon_sym_under] = "under",
  [anon_sym_no] = "no",
  [anon_sym_fault] = "fault",
  [anon_sym_while] = "while",
  [anon_sym_detecting] = "detecting",
  [anon_sym_once] = "once",
  [anon_sym_settled] = "settled",
  [anon_sym_accept] = "accept",
  [anon_sym_until] = "until",
  [anon_sym_explore] = "explore",
  [anon_sym_any] = "any",
  [sym_string] = "string",
  [anon_sym_ms] = "ms",
  [anon_sym_s] = "s",
  [anon_sym_us] = "us",
  [anon_sym_s2] = "µs",
  [anon_sym_min] = "min",
  [anon_sym_h] = "h",
  [sym_number] = "number",
  [sym_percentile] = "percentile",
  [sym_day] = "day",
  [sym_comment] = "comment",
  [sym_design] = "design",
  [sym__statement] = "_statement",
  [sym_include] = "include",
  [sym_node] = "node",
  [sym_zone] = "zone",
  [sym_router] = "router",
  [sym_client] = "client",
  [sym_link] = "link",
  [sym_mesh] = "mesh",
  [sym_spread] = "spread",
  [sym_fails] = "fails",
  [sym_risk] = "risk",
  [sym_store] = "store",
  [sym__member] = "_member",
  [sym_choose] = "choose",
  [sym_replicate] = "replicate",
  [sym_argument] = "argument",
  [sym_on_partition] = "on_partition",
  [sym_merge] = "merge",
  [sym_like] = "like",
  [sym_detect] = "detect",
  [sym_rejoin] = "rejoin",
  [sym_membership] = "membership",
  [sym_requires] = "requires",
  [sym_from] = "from",
  [sym_else] = "else",
  [sym_service] = "service",
  [sym_operation] = "operation",
  [sym__clients] = "_clients",
  [sym_step] = "step",
  [sym__demand] = "_demand",
  [sym_level] = "level",
  [sym_needs] = "needs",
  [sym_partition] = "partition",
  [sym_groups] = "groups",
  [sym_cut] = "cut",
  [sym_isolate] = "isolate",
  [sym_down] = "down",
  [sym_destroy] = "destroy",
  [sym_expect] = "expect",
  [sym_within] = "within",
  [sym_share] = "share",
  [sym_under] = "under",
  [sym_phase] = "phase",
  [sym_accept] = "accept",
  [sym_explore] = "explore",
  [sym_family] = "family",
  [sym_count] = "count",
  [sym__unit] = "_unit",
  [sym__name] = "_name",
  [sym_quantity] = "quantity",
  [aux_sym_design_repeat1] = "design_repeat1",
  [aux_sym_node_repeat1] = "node_repeat1",
  [aux_sym_zone_repeat1] = "zone_repeat1",
  [aux_sym_risk_repeat1] = "risk_repeat1",
  [aux_sym_store_repeat1] = "store_repeat1",
  [aux_sym_store_repeat2] = "store_repeat2",
  [aux_sym_replicate_repeat1] = "replicate_repeat1",
  [aux_sym_service_repeat1] = "service_repeat1",
  [aux_sym_operation_repeat1] = "operation_repeat1",
  [aux_sym_operation_repeat2] = "operation_repeat2",
  [aux_sym_needs_repeat1] = "needs_repeat1",
  [aux_sym_partition_repeat1] = "partition_repeat1",
  [aux_sym_groups_repeat1] = "groups_repeat1",
  [aux_sym_expect_repeat1] = "expect_repeat1",
  [aux_sym_explore_repeat1] = "explore_repeat1",
};

static const TSSymbol ts_symbol_map[] = {
  [ts_builtin_sym_end] = ts_builtin_sym_end,
  [sym_identifier] = sym_identifier,
  [anon_sym_SEMI] = anon_sym_SEMI,
  [anon_sym_include] = anon_sym_include,
  [anon_sym_node] = anon_sym_node,
  [anon_sym_COMMA] = anon_sym_COMMA,
  [anon_sym_zone] = anon_sym_zone,
  [anon_sym_LBRACE] = anon_sym_LBRACE,
  [anon_sym_RBRACE] = anon_sym_RBRACE,
  [anon_sym_router] = anon_sym_router,
  [anon_sym_client] = anon_sym_client,
  [anon_sym_in] = anon_sym_in,
  [anon_sym_at] = anon_sym_at,
  [anon_sym_via] = anon_sym_via,
  [anon_sym_link] = anon_sym_link,
  [anon_sym_COLON] = anon_sym_COLON,
  [anon_sym_DASH_DASH] = anon_sym_DASH_DASH,
  [anon_sym_DASH_GT] = anon_sym_DASH_GT,
  [anon_sym_mesh] = anon_sym_mesh,
  [anon_sym_] = anon_sym_,
  [anon_sym_fails] = anon_sym_fails,
  [anon_sym_risk] = anon_sym_risk,
  [anon_sym_store] = anon_sym_store,
  [anon_sym_on] = anon_sym_on,
  [anon_sym_witness] = anon_sym_witness,
  [anon_sym_observer] = anon_sym_observer,
  [anon_sym_of] = anon_sym_of,
  [anon_sym_choose] = anon_sym_choose,
  [anon_sym_replicate] = anon_sym_replicate,
  [anon_sym_EQ] = anon_sym_EQ,
  [anon_sym_partition] = anon_sym_partition,
  [anon_sym_merge] = anon_sym_merge,
  [anon_sym_like] = anon_sym_like,
  [anon_sym_detect] = anon_sym_detect,
  [anon_sym_rejoin] = anon_sym_rejoin,
  [anon_sym_membership] = anon_sym_membership,
  [anon_sym_requires] = anon_sym_requires,
  [anon_sym_from] = anon_sym_from,
  [anon_sym_bounded] = anon_sym_bounded,
  [anon_sym_else] = anon_sym_else,
  [anon_sym_service] = anon_sym_service,
  [anon_sym_operation] = anon_sym_operation,
  [anon_sym_through] = anon_sym_through,
  [anon_sym_read] = anon_sym_read,
  [anon_sym_write] = anon_sym_write,
  [anon_sym_level] = anon_sym_level,
  [anon_sym_needs] = anon_sym_needs,
  [anon_sym_PIPE] = anon_sym_PIPE,
  [anon_sym_cut] = anon_sym_cut,
  [anon_sym_isolate] = anon_sym_isolate,
  [anon_sym_down] = anon_sym_down,
  [anon_sym_destroyed] = anon_sym_destroyed,
  [anon_sym_destroy] = anon_sym_destroy,
  [anon_sym_expect] = anon_sym_expect,
  [anon_sym_never] = anon_sym_never,
  [anon_sym_beyond] = anon_sym_beyond,
  [anon_sym_lag] = anon_sym_lag,
  [anon_sym_within] = anon_sym_within,
  [anon_sym_most] = anon_sym_most,
  [anon_sym_a] = anon_sym_a,
  [anon_sym_year] = anon_sym_year,
  [anon_sym_under] = anon_sym_under,
  [anon_sym_no] = anon_sym_no,
  [anon_sym_fault] = anon_sym_fault,
  [anon_sym_while] = anon_sym_while,
  [anon_sym_detecting] = anon_sym_detecting,
  [anon_sym_once] = anon_sym_once,
  [anon_sym_settled] = anon_sym_settled,
  [anon_sym_accept] = anon_sym_accept,
  [anon_sym_until] = anon_sym_until,
  [anon_sym_explore] = anon_sym_explore,
  [anon_sym_any] = anon_sym_any,
  [sym_string] = sym_string,
  [anon_sym_ms] = anon_sym_ms,
  [anon_sym_s] = anon_sym_s,
  [anon_sym_us] = anon_sym_us,
  [anon_sym_s2] = anon_sym_s2,
  [anon_sym_min] = anon_sym_min,
  [anon_sym_h] = anon_sym_h,
  [sym_number] = sym_number,
  [sym_percentile] = sym_percentile,
  [sym_day] = sym_day,
  [sym_comment] = sym_comment,
  [sym_design] = sym_design,
  [sym__statement] = sym__statement,
  [sym_include] = sym_include,
  [sym_node] = sym_node,
  [sym_zone] = sym_zone,
  [sym_router] = sym_router,
  [sym_client] = sym_client,
  [sym_link] = sym_link,
  [sym_mesh] = sym_mesh,
  [sym_spread] = sym_spread,
  [sym_fails] = sym_fails,
  [sym_risk] = sym_risk,
  [sym_store] = sym_store,
  [sym__member] = sym__member,
  [sym_choose] = sym_choose,
  [sym_replicate] = sym_replicate,
  [sym_argument] = sym_argument,
  [sym_on_partition] = sym_on_partition,
  [sym_merge] = sym_merge,
  [sym_like] = sym_like,
  [sym_detect] = sym_detect,
  [sym_rejoin] = sym_rejoin,
  [sym_membership] = sym_membership,
  [sym_requires] = sym_requires,
  [sym_from] = sym_from,
  [sym_else] = sym_else,
  [sym_service] = sym_service,
  [sym_operation] = sym_operation,
  [sym__clients] = sym__clients,
  [sym_step] = sym_step,
  [sym__demand] = sym__demand,
  [sym_level] = sym_level,
  [sym_needs] = sym_needs,
  [sym_partition] = sym_partition,
  [sym_groups] = sym_groups,
  [sym_cut] = sym_cut,
  [sym_isolate] = sym_isolate,
  [sym_down] = sym_down,
  [sym_destroy] = sym_destroy,
  [sym_expect] = sym_expect,
  [sym_within] = sym_within,
  [sym_share] = sym_share,
  [sym_under] = sym_under,
  [sym_phase] = sym_phase,
  [sym_accept] = sym_accept,
  [sym_explore] = sym_explore,
  [sym_family] = sym_family,
  [sym_count] = sym_count,
  [sym__unit] = sym__unit,
  [sym__name] = sym__name,
  [sym_quantity] = sym_quantity,
  [aux_sym_design_repeat1] = aux_sym_design_repeat1,
  [aux_sym_node_repeat1] = aux_sym_node_repeat1,
  [aux_sym_zone_repeat1] = aux_sym_zone_repeat1,
  [aux_sym_risk_repeat1] = aux_sym_risk_repeat1,
  [aux_sym_store_repeat1] = aux_sym_store_repeat1,
  [aux_sym_store_repeat2] = aux_sym_store_repeat2,
  [aux_sym_replicate_repeat1] = aux_sym_replicate_repeat1,
  [aux_sym_service_repeat1] = aux_sym_service_repeat1,
  [aux_sym_operation_repeat1] = aux_sym_operation_repeat1,
  [aux_sym_operation_repeat2] = aux_sym_operation_repeat2,
  [aux_sym_needs_repeat1] = aux_sym_needs_repeat1,
  [aux_sym_partition_repeat1] = aux_sym_partition_repeat1,
  [aux_sym_groups_repeat1] = aux_sym_groups_repeat1,
  [aux_sym_expect_repeat1] = aux_sym_expect_repeat1,
  [aux_sym_explore_repeat1] = aux_sym_explore_repeat1,
};

static const TSSymbolMetadata ts_symbol_metadata[] = {
  [ts_builtin_sym_end] = {
    .visible = false,
    .named = true,
  },
  [sym_identifier] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_SEMI] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_include] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_node] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_COMMA] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_zone] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_LBRACE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_RBRACE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_router] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_client] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_in] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_at] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_via] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_link] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_COLON] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_DASH_DASH] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_DASH_GT] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_mesh] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_fails] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_risk] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_store] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_on] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_witness] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_observer] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_of] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_choose] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_replicate] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_EQ] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_partition] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_merge] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_like] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_detect] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_rejoin] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_membership] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_requires] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_from] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_bounded] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_else] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_service] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_operation] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_through] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_read] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_write] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_level] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_needs] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_PIPE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_cut] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_isolate] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_down] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_destroyed] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_destroy] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_expect] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_never] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_beyond] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_lag] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_within] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_most] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_a] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_year] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_under] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_no] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_fault] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_while] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_detecting] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_once] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_settled] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_accept] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_until] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_explore] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_any] = {
    .visible = true,
    .named = false,
  },
  [sym_string] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_ms] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_s] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_us] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_s2] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_min] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_h] = {
    .visible = true,
    .named = false,
  },
  [sym_number] = {
    .visible = true,
    .named = true,
  },
  [sym_percentile] = {
    .visible = true,
    .named = true,
  },
  [sym_day] = {
    .visible = true,
    .named = true,
  },
  [sym_comment] = {
    .visible = true,
    .named = true,
  },
  [sym_design] = {
    .visible = true,
    .named = true,
  },
  [sym__statement] = {
    .visible = false,
    .named = true,
  },
  [sym_include] = {
    .visible = true,
    .named = true,
  },
  [sym_node] = {
    .visible = true,
    .named = true,
  },
  [sym_zone] = {
    .visible = true,
    .named = true,
  },
  [sym_router] = {
    .visible = true,
    .named = true,
  },
  [sym_client] = {
    .visible = true,
    .named = true,
  },
  [sym_link] = {
    .visible = true,
    .named = true,
  },
  [sym_mesh] = {
    .visible = true,
    .named = true,
  },
  [sym_spread] = {
    .visible = true,
    .named = true,
  },
  [sym_fails] = {
    .visible = true,
    .named = true,
  },
  [sym_risk] = {
    .visible = true,
    .named = true,
  },
  [sym_store] = {
    .visible = true,
    .named = true,
  },
  [sym__member] = {
    .visible = false,
    .named = true,
  },
  [sym_choose] = {
    .visible = true,
    .named = true,
  },
  [sym_replicate] = {
    .visible = true,
    .named = true,
  },
  [sym_argument] = {
    .visible = true,
    .named = true,
  },
  [sym_on_partition] = {
    .visible = true,
    .named = true,
  },
  [sym_merge] = {
    .visible = true,
    .named = true,
  },
  [sym_like] = {
    .visible = true,
    .named = true,
  },
  [sym_detect] = {
    .visible = true,
    .named = true,
  },
  [sym_rejoin] = {
    .visible = true,
    .named = true,
  },
  [sym_membership] = {
    .visible = true,
    .named = true,
  },
  [sym_requires] = {
    .visible = true,
    .named = true,
  },
  [sym_from] = {
    .visible = true,
    .named = true,
  },
  [sym_else] = {
    .visible = true,
    .named = true,
  },
  [sym_service] = {
    .visible = true,
    .named = true,
  },
  [sym_operation] = {
    .visible = true,
    .named = true,
  },
  [sym__clients] = {
    .visible = false,
    .named = true,
  },
  [sym_step] = {
    .visible = true,
    .named = true,
  },
  [sym__demand] = {
    .visible = false,
    .named = true,
  },
  [sym_level] = {
    .visible = true,
    .named = true,
  },
  [sym_needs] = {
    .visible = true,
    .named = true,
  },
  [sym_partition] = {
    .visible = true,
    .named = true,
  },
  [sym_groups] = {
    .visible = true,
    .named = true,
  },
  [sym_cut] = {
    .visible = true,
    .named = true,
  },
  [sym_isolate] = {
    .visible = true,
    .named = true,
  },
  [sym_down] = {
    .visible = true,
    .named = true,
  },
  [sym_destroy] = {
    .visible = true,
    .named = true,
  },
  [sym_expect] = {
    .visible = true,
    .named = true,
  },
  [sym_within] = {
    .visible = true,
    .named = true,
  },
  [sym_share] = {
    .visible = true,
    .named = true,
  },
  [sym_under] = {
    .visible = true,
    .named = true,
  },
  [sym_phase] = {
    .visible = true,
    .named = true,
  },
  [sym_accept] = {
    .visible = true,
    .named = true,
  },
  [sym_explore] = {
    .visible = true,
    .named = true,
  },
  [sym_family] = {
    .visible = true,
    .named = true,
  },
  [sym_count] = {
    .visible = true,
    .named = true,
  },
  [sym__unit] = {
    .visible = false,
    .named = true,
  },
  [sym__name] = {
    .visible = false,
    .named = true,
  },
  [sym_quantity] = {
    .visible = true,
    .named = true,
  },
  [aux_sym_design_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_node_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_zone_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_risk_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_store_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_store_repeat2] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_replicate_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_service_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_operation_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_operation_repeat2] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_needs_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_partition_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_groups_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_expect_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_explore_repeat1] = {
    .visible = false,
    .named = false,
  },
};

enum {
  field_name = 1,
  field_operation = 2,
  field_path = 3,
  field_place = 4,
  field_reason = 5,
  field_store = 6,
  field_value = 7,
  field_verdict = 8,
};

static const char * const ts_field_names[] = {
  [0] = NULL,
  [field_name] = "name",
  [field_operation] = "operation",
  [field_path] = "path",
  [field_place] = "place",
  [field_reason] = "reason",
  [field_store] = "store",
  [field_value] = "value",
  [field_verdict] = "verdict",
};

static const TSFieldMapSlice ts_field_map_slices[PRODUCTION_ID_COUNT] = {
  [1] = {.index = 0, .length = 1},
  [3] = {.index = 1, .length = 1},
  [4] = {.index = 2, .length = 2},
  [5] = {.index = 4, .length = 1},
  [6] = {.index = 5, .length = 1},
  [7] = {.index = 6, .length = 2},
  [8] = {.index = 8, .length = 2},
  [9] = {.index = 10, .length = 1},
  [10] = {.index = 11, .length = 1},
  [11] = {.index = 12, .length = 2},
  [12] = {.index = 14, .length = 3},
  [13] = {.index = 17, .length = 2},
  [14] = {.index = 19, .length = 1},
  [15] = {.index = 20, .length = 2},
  [16] = {.index = 22, .length = 1},
  [17] = {.index = 23, .length = 2},
  [18] = {.index = 25, .length = 2},
  [19] = {.index = 27, .length = 2},
};

static const TSFieldMapEntry ts_field_map_entries[] = {
  [0] =
    {field_path, 1},
  [1] =
    {field_operation, 1},
  [2] =
    {field_operation, 1},
    {field_verdict, 2},
  [4] =
    {field_name, 1},
  [5] =
    {field_place, 3},
  [6] =
    {field_operation, 1},
    {field_verdict, 3},
  [8] =
    {field_operation, 3},
    {field_verdict, 1},
  [10] =
    {field_place, 4},
  [11] =
    {field_store, 1},
  [12] =
    {field_operation, 1},
    {field_verdict, 4},
  [14] =
    {field_operation, 3},
    {field_reason, 4},
    {field_verdict, 1},
  [17] =
    {field_operation, 1},
    {field_verdict, 5},
  [19] =
    {field_value, 1},
  [20] =
    {field_operation, 1},
    {field_verdict, 6},
  [22] =
    {field_value, 2},
  [23] =
    {field_value, 1},
    {field_value, 2, .inherited = true},
  [25] =
    {field_value, 1},
    {field_value, 3, .inherited = true},
  [27] =
    {field_value, 0, .inherited = true},
    {field_value, 1, .inherited = true},
};

static const TSSymbol ts_alias_sequences[PRODUCTION_ID_COUNT][MAX_ALIAS_SEQUENCE_LENGTH] = {
  [0] = {0},
  [2] = {
    [0] = sym_identifier,
  },
};

static const uint16_t ts_non_terminal_alias_map[] = {
  0,
};

static const TSStateId ts_primary_state_ids[STATE_COUNT] = {
  [0] = 0,
  [1] = 1,
  [2] = 2,
  [3] = 3,
  [4] = 4,
  [5] = 5,
  [6] = 6,
  [7] = 7,
  [8] = 8,
  [9] = 9,
  [10] = 10,
  [11] = 11,
  [12] = 12,
  [13] = 13,
  [14] = 14,
  [15] = 15,
  [16] = 16,
  [17] = 17,
  [18] = 18,
  [19] = 19,
  [20] = 20,
  [21] = 21,
  [22] = 22,
  [23] = 23,
  [24] = 24,
  [25] = 25,
  [26] = 26,
  [27] = 19,
  [28] = 28,
  [29] = 29,
  [30] = 30,
  [31] = 31,
  [32] = 32,
  [33] = 33,
  [34] = 34,
  [35] = 35,
  [36] = 36,
  [37] = 37,
  [38] = 38,
  [39] = 39,
  [40] = 40,
  [41] = 41,
  [42] = 42,
  [43] = 43,
  [44] = 44,
  [45] = 45,
  [46] = 46,
  [47] = 47,
  [48] = 48,
  [49] = 49,
  [50] = 6,
  [51] = 51,
  [52] = 52,
  [53] = 53,
  [54] = 54,
  [55] = 55,
  [56] = 56,
  [57] = 57,
  [58] = 26,
  [59] = 59,
  [60] = 60,
  [61] = 61,
  [62] = 62,
  [63] = 63,
  [64] = 64,
  [65] = 65,
  [66] = 24,
  [67] = 67,
  [68] = 68,
  [69] = 69,
  [70] = 70,
  [71] = 71,
  [72] = 72,
  [73] = 73,
  [74] = 74,
  [75] = 75,
  [76] = 76,
  [77] = 77,
  [78] = 78,
  [79] = 79,
  [80] = 80,
  [81] = 81,
  [82] = 82,
  [83] = 83,
  [84] = 84,
  [85] = 85,
  [86] = 86,
  [87] = 87,
  [88] = 88,
  [89] = 89,
  [90] = 90,
  [91] = 91,
  [92] = 92,
  [93] = 93,
  [94] = 94,
  [95] = 95,
  [96] = 96,
  [97] = 97,
  [98] = 98,
  [99] = 99,
  [100] = 100,
  [101] = 101,
  [102] = 102,
  [103] = 103,
  [104] = 104,
  [105] = 105,
  [106] = 106,
  [107] = 107,
  [108] = 108,
  [109] = 109,
  [110] = 110,
  [111] = 111,
  [112] = 112,
  [113] = 113,
  [114] = 114,
  [115] = 115,
  [116] = 116,
  [117] = 117,
  [118] = 118,
  [119] = 119,
  [120] = 120,
  [121] = 121,
  [122] = 122,
  [123] = 123,
  [124] = 124,
  [125] = 125,
  [126] = 126,
  [127] = 127,
  [128] = 128,
  [129] = 129,
  [130] = 130,
  [131] = 131,
  [132] = 132,
  [133] = 133,
  [134] = 134,
  [135] = 135,
  [136] = 136,
  [137] = 137,
  [138] = 138,
  [139] = 139,
  [140] = 140,
  [141] = 141,
  [142] = 142,
  [143] = 143,
  [144] = 144,
  [145] = 145,
  [146] = 146,
  [147] = 147,
  [148] = 148,
  [149] = 149,
  [150] = 150,
  [151] = 151,
  [152] = 152,
  [153] = 60,
  [154] = 154,
  [155] = 155,
  [156] = 156,
  [157] = 157,
  [158] = 135,
  [159] = 159,
  [160] = 160,
  [161] = 161,
  [162] = 134,
  [163] = 163,
  [164] = 164,
  [165] = 165,
  [166] = 166,
  [167] = 167,
  [168] = 168,
  [169] = 68,
  [170] = 170,
  [171] = 171,
  [172] = 172,
  [173] = 173,
  [174] = 174,
  [175] = 175,
  [176] = 6,
  [177] = 177,
  [178] = 178,
  [179] = 179,
  [180] = 180,
  [181] = 181,
  [182] = 182,
  [183] = 183,
  [184] = 184,
  [185] = 185,
  [186] = 186,
  [187] = 187,
  [188] = 188,
  [189] = 189,
  [190] = 190,
  [191] = 191,
  [192] = 192,
  [193] = 193,
  [194] = 194,
  [195] = 195,
  [196] = 196,
  [197] = 197,
  [198] = 198,
  [199] = 199,
  [200] = 200,
  [201] = 201,
  [202] = 202,
  [203] = 203,
  [204] = 204,
  [205] = 205,
  [206] = 206,
  [207] = 207,
  [208] = 208,
  [209] = 209,
  [210] = 210,
  [211] = 211,
  [212] = 212,
  [213] = 213,
  [214] = 214,
  [215] = 215,
  [216] = 216,
  [217] = 217,
  [218] = 218,
  [219] = 219,
  [220] = 220,
  [221] = 221,
  [222] = 222,
  [223] = 223,
  [224] = 7,
  [225] = 225,
  [226] = 226,
  [227] = 227,
  [228] = 6,
  [229] = 229,
  [230] = 230,
  [231] = 231,
  [232] = 232,
  [233] = 233,
  [234] = 234,
  [235] = 235,
  [236] = 236,
  [237] = 237,
  [238] = 238,
  [239] = 239,
  [240] = 240,
  [241] = 241,
  [242] = 242,
  [243] = 243,
  [244] = 2,
  [245] = 245,
  [246] = 3,
  [247] = 52,
  [248] = 248,
  [249] = 249,
  [250] = 250,
  [251] = 2,
  [252] = 252,
  [253] = 253,
  [254] = 254,
  [255] = 49,
  [256] = 256,
  [257] = 257,
  [258] = 63,
  [259] = 259,
  [260] = 260,
  [261] = 261,
  [262] = 262,
  [263] = 263,
  [264] = 264,
  [265] = 3,
  [266] = 266,
  [267] = 137,
  [268] = 138,
  [269] = 139,
  [270] = 140,
  [271] = 131,
  [272] = 272,
  [273] = 272,
  [274] = 274,
  [275] = 275,
  [276] = 276,
  [277] = 277,
  [278] = 278,
  [279] = 279,
  [280] = 70,
  [281] = 279,
  [282] = 129,
  [283] = 283,
  [284] = 284,
  [285] = 285,
  [286] = 286,
  [287] = 287,
  [288] = 288,
  [289] = 289,
  [290] = 290,
  [291] = 291,
  [292] = 292,
  [293] = 293,
  [294] = 294,
  [295] = 295,
  [296] = 296,
  [297] = 297,
  [298] = 298,
  [299] = 299,
  [300] = 300,
  [301] = 301,
  [302] = 302,
  [303] = 303,
  [304] = 304,
  [305] = 305,
  [306] = 306,
  [307] = 307,
  [308] = 308,
  [309] = 309,
  [310] = 310,
  [311] = 311,
  [312] = 312,
  [313] = 313,
  [314] = 314,
  [315] = 315,
  [316] = 316,
  [317] = 317,
  [318] = 318,
  [319] = 319,
  [320] = 320,
  [321] = 321,
  [322] = 322,
  [323] = 323,
  [324] = 324,
  [325] = 325,
  [326] = 326,
  [327] = 327,
  [328] = 328,
  [329] = 329,
  [330] = 330,
  [331] = 331,
  [332] = 332,
  [333] = 333,
  [334] = 334,
  [335] = 335,
  [336] = 336,
  [337] = 337,
  [338] = 338,
  [339] = 339,
  [340] = 340,
  [341] = 341,
  [342] = 342,
  [343] = 343,
  [344] = 344,
  [345] = 345,
  [346] = 346,
  [347] = 347,
  [348] = 348,
  [349] = 349,
  [350] = 350,
  [351] = 351,
  [352] = 352,
  [353] = 353,
  [354] = 354,
  [355] = 355,
  [356] = 356,
  [357] = 357,
  [358] = 357,
  [359] = 359,
  [360] = 357,
  [361] = 361,
  [362] = 362,
  [363] = 363,
  [364] = 364,
  [365] = 365,
  [366] = 366,
  [367] = 367,
  [368] = 338,
  [369] = 339,
  [370] = 370,
  [371] = 320,
  [372] = 372,
  [373] = 373,
  [374] = 374,
  [375] = 359,
  [376] = 376,
  [377] = 377,
  [378] = 378,
  [379] = 379,
  [380] = 380,
  [381] = 381,
  [382] = 382,
  [383] = 379,
  [384] = 384,
  [385] = 385,
  [386] = 386,
  [387] = 387,
  [388] = 388,
  [389] = 389,
  [390] = 390,
  [391] = 391,
  [392] = 392,
  [393] = 393,
  [394] = 394,
  [395] = 395,
  [396] = 396,
  [397] = 397,
  [398] = 398,
  [399] = 399,
  [400] = 400,
  [401] = 401,
  [402] = 402,
  [403] = 403,
  [404] = 404,
  [405] = 405,
  [406] = 406,
  [407] = 407,
  [408] = 408,
  [409] = 409,
};

static bool ts_lex(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      if (eof) ADVANCE(103);
      if (lookahead == '"') ADVANCE(4);
      if (lookahead == ',') ADVANCE(109);
      if (lookahead == '-') ADVANCE(9);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ':') ADVANCE(120);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == '=') ADVANCE(133);
      if (lookahead == 'a') ADVANCE(151);
      if (lookahead == 'c') ADVANCE(184);
      if (lookahead == 'e') ADVANCE(224);
      if (lookahead == 'f') ADVANCE(149);
      if (lookahead == 'h') ADVANCE(233);
      if (lookahead == 'i') ADVANCE(191);
      if (lookahead == 'l') ADVANCE(174);
      if (lookahead == 'm') ADVANCE(166);
      if (lookahead == 'n') ADVANCE(194);
      if (lookahead == 'o') ADVANCE(200);
      if (lookahead == 'p') ADVANCE(147);
      if (lookahead == 'r') ADVANCE(177);
      if (lookahead == 's') ADVANCE(228);
      if (lookahead == 'u') ADVANCE(209);
      if (lookahead == 'z') ADVANCE(195);
      if (lookahead == '{') ADVANCE(112);
      if (lookahead == '|') ADVANCE(140);
      if (lookahead == '}') ADVANCE(113);
      if (lookahead == 177) ADVANCE(126);
      if (lookahead == 181) ADVANCE(210);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(0)
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'y') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 1:
      if (lookahead == '"') ADVANCE(4);
      if (lookahead == ',') ADVANCE(109);
      if (lookahead == '-') ADVANCE(9);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ':') ADVANCE(120);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == '=') ADVANCE(133);
      if (lookahead == '|') ADVANCE(140);
      if (lookahead == '}') ADVANCE(113);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(1)
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 2:
      if (lookahead == '"') ADVANCE(4);
      if (lookahead == ',') ADVANCE(109);
      if (lookahead == '-') ADVANCE(84);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == 'h') ADVANCE(233);
      if (lookahead == 'm') ADVANCE(175);
      if (lookahead == 's') ADVANCE(229);
      if (lookahead == 'u') ADVANCE(209);
      if (lookahead == '}') ADVANCE(113);
      if (lookahead == 181) ADVANCE(210);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(2)
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 3:
      if (lookahead == '"') ADVANCE(4);
      if (lookahead == '-') ADVANCE(84);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == 'l') ADVANCE(174);
      if (lookahead == 'n') ADVANCE(194);
      if (lookahead == 'z') ADVANCE(195);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(3)
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'y') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 4:
      if (lookahead == '"') ADVANCE(226);
      if (lookahead == '\\') ADVANCE(97);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '\r') ADVANCE(4);
      END_STATE();
    case 5:
      if (lookahead == '*') ADVANCE(7);
      if (lookahead == '/') ADVANCE(245);
      END_STATE();
    case 6:
      if (lookahead == '*') ADVANCE(6);
      if (lookahead == '/') ADVANCE(244);
      if (lookahead != 0) ADVANCE(7);
      END_STATE();
    case 7:
      if (lookahead == '*') ADVANCE(6);
      if (lookahead != 0) ADVANCE(7);
      END_STATE();
    case 8:
      if (lookahead == ',') ADVANCE(109);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == 'h') ADVANCE(233);
      if (lookahead == 'm') ADVANCE(175);
      if (lookahead == 'n') ADVANCE(194);
      if (lookahead == 's') ADVANCE(229);
      if (lookahead == 'u') ADVANCE(209);
      if (lookahead == '{') ADVANCE(112);
      if (lookahead == '}') ADVANCE(113);
      if (lookahead == 181) ADVANCE(210);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(8)
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 9:
      if (lookahead == '-') ADVANCE(121);
      if (lookahead == '>') ADVANCE(122);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      END_STATE();
    case 10:
      if (lookahead == '-') ADVANCE(92);
      END_STATE();
    case 11:
      if (lookahead == '-') ADVANCE(95);
      END_STATE();
    case 12:
      if (lookahead == 'a') ADVANCE(64);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(241);
      END_STATE();
    case 13:
      if (lookahead == 'a') ADVANCE(36);
      END_STATE();
    case 14:
      if (lookahead == 'a') ADVANCE(77);
      END_STATE();
    case 15:
      if (lookahead == 'c') ADVANCE(17);
      END_STATE();
    case 16:
      if (lookahead == 'c') ADVANCE(47);
      END_STATE();
    case 17:
      if (lookahead == 'c') ADVANCE(30);
      END_STATE();
    case 18:
      if (lookahead == 'c') ADVANCE(75);
      END_STATE();
    case 19:
      if (lookahead == 'c') ADVANCE(28);
      END_STATE();
    case 20:
      if (lookahead == 'd') ADVANCE(23);
      END_STATE();
    case 21:
      if (lookahead == 'd') ADVANCE(27);
      END_STATE();
    case 22:
      if (lookahead == 'e') ADVANCE(70);
      END_STATE();
    case 23:
      if (lookahead == 'e') ADVANCE(107);
      END_STATE();
    case 24:
      if (lookahead == 'e') ADVANCE(110);
      END_STATE();
    case 25:
      if (lookahead == 'e') ADVANCE(131);
      END_STATE();
    case 26:
      if (lookahead == 'e') ADVANCE(145);
      END_STATE();
    case 27:
      if (lookahead == 'e') ADVANCE(105);
      END_STATE();
    case 28:
      if (lookahead == 'e') ADVANCE(136);
      END_STATE();
    case 29:
      if (lookahead == 'e') ADVANCE(65);
      if (lookahead == 't') ADVANCE(57);
      END_STATE();
    case 30:
      if (lookahead == 'e') ADVANCE(63);
      END_STATE();
    case 31:
      if (lookahead == 'e') ADVANCE(67);
      END_STATE();
    case 32:
      if (lookahead == 'e') ADVANCE(18);
      if (lookahead == 'l') ADVANCE(60);
      END_STATE();
    case 33:
      if (lookahead == 'e') ADVANCE(53);
      END_STATE();
    case 34:
      if (lookahead == 'e') ADVANCE(66);
      END_STATE();
    case 35:
      if (lookahead == 'h') ADVANCE(123);
      END_STATE();
    case 36:
      if (lookahead == 'i') ADVANCE(48);
      END_STATE();
    case 37:
      if (lookahead == 'i') ADVANCE(49);
      END_STATE();
    case 38:
      if (lookahead == 'i') ADVANCE(72);
      if (lookahead == 'o') ADVANCE(80);
      END_STATE();
    case 39:
      if (lookahead == 'i') ADVANCE(33);
      END_STATE();
    case 40:
      if (lookahead == 'i') ADVANCE(19);
      END_STATE();
    case 41:
      if (lookahead == 'i') ADVANCE(58);
      END_STATE();
    case 42:
      if (lookahead == 'i') ADVANCE(59);
      END_STATE();
    case 43:
      if (lookahead == 'i') ADVANCE(79);
      END_STATE();
    case 44:
      if (lookahead == 'k') ADVANCE(118);
      END_STATE();
    case 45:
      if (lookahead == 'k') ADVANCE(129);
      END_STATE();
    case 46:
      if (lookahead == 'l') ADVANCE(39);
      END_STATE();
    case 47:
      if (lookahead == 'l') ADVANCE(81);
      END_STATE();
    case 48:
      if (lookahead == 'l') ADVANCE(71);
      END_STATE();
    case 49:
      if (lookahead == 'n') ADVANCE(44);
      END_STATE();
    case 50:
      if (lookahead == 'n') ADVANCE(138);
      END_STATE();
    case 51:
      if (lookahead == 'n') ADVANCE(134);
      END_STATE();
    case 52:
      if (lookahead == 'n') ADVANCE(16);
      END_STATE();
    case 53:
      if (lookahead == 'n') ADVANCE(74);
      END_STATE();
    case 54:
      if (lookahead == 'n') ADVANCE(24);
      END_STATE();
    case 55:
      if (lookahead == 'o') ADVANCE(20);
      END_STATE();
    case 56:
      if (lookahead == 'o') ADVANCE(54);
      END_STATE();
    case 57:
      if (lookahead == 'o') ADVANCE(68);
      END_STATE();
    case 58:
      if (lookahead == 'o') ADVANCE(50);
      END_STATE();
    case 59:
      if (lookahead == 'o') ADVANCE(51);
      END_STATE();
    case 60:
      if (lookahead == 'o') ADVANCE(69);
      END_STATE();
    case 61:
      if (lookahead == 'p') ADVANCE(32);
      END_STATE();
    case 62:
      if (lookahead == 'p') ADVANCE(31);
      END_STATE();
    case 63:
      if (lookahead == 'p') ADVANCE(73);
      END_STATE();
    case 64:
      if (lookahead == 'r') ADVANCE(76);
      END_STATE();
    case 65:
      if (lookahead == 'r') ADVANCE(82);
      END_STATE();
    case 66:
      if (lookahead == 'r') ADVANCE(114);
      END_STATE();
    case 67:
      if (lookahead == 'r') ADVANCE(14);
      END_STATE();
    case 68:
      if (lookahead == 'r') ADVANCE(25);
      END_STATE();
    case 69:
      if (lookahead == 'r') ADVANCE(26);
      END_STATE();
    case 70:
      if (lookahead == 's') ADVANCE(35);
      END_STATE();
    case 71:
      if (lookahead == 's') ADVANCE(127);
      END_STATE();
    case 72:
      if (lookahead == 's') ADVANCE(45);
      END_STATE();
    case 73:
      if (lookahead == 't') ADVANCE(143);
      END_STATE();
    case 74:
      if (lookahead == 't') ADVANCE(116);
      END_STATE();
    case 75:
      if (lookahead == 't') ADVANCE(141);
      END_STATE();
    case 76:
      if (lookahead == 't') ADVANCE(43);
      END_STATE();
    case 77:
      if (lookahead == 't') ADVANCE(41);
      END_STATE();
    case 78:
      if (lookahead == 't') ADVANCE(34);
      END_STATE();
    case 79:
      if (lookahead == 't') ADVANCE(42);
      END_STATE();
    case 80:
      if (lookahead == 'u') ADVANCE(78);
      END_STATE();
    case 81:
      if (lookahead == 'u') ADVANCE(21);
      END_STATE();
    case 82:
      if (lookahead == 'v') ADVANCE(40);
      END_STATE();
    case 83:
      if (lookahead == 'x') ADVANCE(61);
      END_STATE();
    case 84:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      END_STATE();
    case 85:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(236);
      END_STATE();
    case 86:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(237);
      END_STATE();
    case 87:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(242);
      END_STATE();
    case 88:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(242);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 89:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(11);
      END_STATE();
    case 90:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(243);
      END_STATE();
    case 91:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(89);
      END_STATE();
    case 92:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(90);
      END_STATE();
    case 93:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(91);
      END_STATE();
    case 94:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(10);
      END_STATE();
    case 95:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(94);
      END_STATE();
    case 96:
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 97:
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(4);
      END_STATE();
    case 98:
      if (eof) ADVANCE(103);
      if (lookahead == '"') ADVANCE(4);
      if (lookahead == ',') ADVANCE(109);
      if (lookahead == '-') ADVANCE(84);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == 'a') ADVANCE(151);
      if (lookahead == 'c') ADVANCE(184);
      if (lookahead == 'e') ADVANCE(224);
      if (lookahead == 'i') ADVANCE(191);
      if (lookahead == 'l') ADVANCE(174);
      if (lookahead == 'm') ADVANCE(167);
      if (lookahead == 'n') ADVANCE(194);
      if (lookahead == 'o') ADVANCE(200);
      if (lookahead == 'p') ADVANCE(148);
      if (lookahead == 'r') ADVANCE(177);
      if (lookahead == 's') ADVANCE(164);
      if (lookahead == 'z') ADVANCE(195);
      if (lookahead == '{') ADVANCE(112);
      if (lookahead == '}') ADVANCE(113);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(98)
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'y') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 99:
      if (eof) ADVANCE(103);
      if (lookahead == ',') ADVANCE(109);
      if (lookahead == '-') ADVANCE(84);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == 'a') ADVANCE(151);
      if (lookahead == 'c') ADVANCE(184);
      if (lookahead == 'e') ADVANCE(224);
      if (lookahead == 'f') ADVANCE(149);
      if (lookahead == 'i') ADVANCE(191);
      if (lookahead == 'l') ADVANCE(174);
      if (lookahead == 'm') ADVANCE(167);
      if (lookahead == 'n') ADVANCE(194);
      if (lookahead == 'o') ADVANCE(200);
      if (lookahead == 'p') ADVANCE(148);
      if (lookahead == 'r') ADVANCE(177);
      if (lookahead == 's') ADVANCE(164);
      if (lookahead == 'z') ADVANCE(195);
      if (lookahead == '{') ADVANCE(112);
      if (lookahead == '|') ADVANCE(140);
      if (lookahead == '}') ADVANCE(113);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(99)
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'y') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 100:
      if (eof) ADVANCE(103);
      if (lookahead == ',') ADVANCE(109);
      if (lookahead == '-') ADVANCE(84);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == 'a') ADVANCE(15);
      if (lookahead == 'c') ADVANCE(46);
      if (lookahead == 'e') ADVANCE(83);
      if (lookahead == 'f') ADVANCE(13);
      if (lookahead == 'i') ADVANCE(52);
      if (lookahead == 'l') ADVANCE(37);
      if (lookahead == 'm') ADVANCE(22);
      if (lookahead == 'n') ADVANCE(55);
      if (lookahead == 'o') ADVANCE(62);
      if (lookahead == 'p') ADVANCE(12);
      if (lookahead == 'r') ADVANCE(38);
      if (lookahead == 's') ADVANCE(29);
      if (lookahead == 'z') ADVANCE(56);
      if (lookahead == '{') ADVANCE(112);
      if (lookahead == '}') ADVANCE(113);
      if (lookahead == 177) ADVANCE(125);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(100)
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      END_STATE();
    case 101:
      if (eof) ADVANCE(103);
      if (lookahead == ',') ADVANCE(109);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == 'a') ADVANCE(151);
      if (lookahead == 'c') ADVANCE(184);
      if (lookahead == 'e') ADVANCE(224);
      if (lookahead == 'f') ADVANCE(149);
      if (lookahead == 'i') ADVANCE(191);
      if (lookahead == 'l') ADVANCE(174);
      if (lookahead == 'm') ADVANCE(167);
      if (lookahead == 'n') ADVANCE(194);
      if (lookahead == 'o') ADVANCE(200);
      if (lookahead == 'p') ADVANCE(147);
      if (lookahead == 'r') ADVANCE(177);
      if (lookahead == 's') ADVANCE(164);
      if (lookahead == 'z') ADVANCE(195);
      if (lookahead == '{') ADVANCE(112);
      if (lookahead == '}') ADVANCE(113);
      if (lookahead == 177) ADVANCE(126);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(101)
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(93);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'y') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 102:
      if (eof) ADVANCE(103);
      if (lookahead == '/') ADVANCE(5);
      if (lookahead == ';') ADVANCE(104);
      if (lookahead == 'a') ADVANCE(151);
      if (lookahead == 'c') ADVANCE(184);
      if (lookahead == 'e') ADVANCE(224);
      if (lookahead == 'i') ADVANCE(191);
      if (lookahead == 'l') ADVANCE(174);
      if (lookahead == 'm') ADVANCE(167);
      if (lookahead == 'n') ADVANCE(194);
      if (lookahead == 'o') ADVANCE(200);
      if (lookahead == 'p') ADVANCE(147);
      if (lookahead == 'r') ADVANCE(177);
      if (lookahead == 's') ADVANCE(164);
      if (lookahead == 'z') ADVANCE(195);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(102)
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'y') ||
          (170 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 103:
      ACCEPT_TOKEN(ts_builtin_sym_end);
      END_STATE();
    case 104:
      ACCEPT_TOKEN(anon_sym_SEMI);
      END_STATE();
    case 105:
      ACCEPT_TOKEN(anon_sym_include);
      END_STATE();
    case 106:
      ACCEPT_TOKEN(anon_sym_include);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 107:
      ACCEPT_TOKEN(anon_sym_node);
      END_STATE();
    case 108:
      ACCEPT_TOKEN(anon_sym_node);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 109:
      ACCEPT_TOKEN(anon_sym_COMMA);
      END_STATE();
    case 110:
      ACCEPT_TOKEN(anon_sym_zone);
      END_STATE();
    case 111:
      ACCEPT_TOKEN(anon_sym_zone);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 112:
      ACCEPT_TOKEN(anon_sym_LBRACE);
      END_STATE();
    case 113:
      ACCEPT_TOKEN(anon_sym_RBRACE);
      END_STATE();
    case 114:
      ACCEPT_TOKEN(anon_sym_router);
      END_STATE();
    case 115:
      ACCEPT_TOKEN(anon_sym_router);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 116:
      ACCEPT_TOKEN(anon_sym_client);
      END_STATE();
    case 117:
      ACCEPT_TOKEN(anon_sym_client);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 118:
      ACCEPT_TOKEN(anon_sym_link);
      END_STATE();
    case 119:
      ACCEPT_TOKEN(anon_sym_link);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 120:
      ACCEPT_TOKEN(anon_sym_COLON);
      END_STATE();
    case 121:
      ACCEPT_TOKEN(anon_sym_DASH_DASH);
      END_STATE();
    case 122:
      ACCEPT_TOKEN(anon_sym_DASH_GT);
      END_STATE();
    case 123:
      ACCEPT_TOKEN(anon_sym_mesh);
      END_STATE();
    case 124:
      ACCEPT_TOKEN(anon_sym_mesh);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 125:
      ACCEPT_TOKEN(anon_sym_);
      END_STATE();
    case 126:
      ACCEPT_TOKEN(anon_sym_);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 127:
      ACCEPT_TOKEN(anon_sym_fails);
      END_STATE();
    case 128:
      ACCEPT_TOKEN(anon_sym_fails);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 129:
      ACCEPT_TOKEN(anon_sym_risk);
      END_STATE();
    case 130:
      ACCEPT_TOKEN(anon_sym_risk);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 131:
      ACCEPT_TOKEN(anon_sym_store);
      END_STATE();
    case 132:
      ACCEPT_TOKEN(anon_sym_store);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 133:
      ACCEPT_TOKEN(anon_sym_EQ);
      END_STATE();
    case 134:
      ACCEPT_TOKEN(anon_sym_partition);
      END_STATE();
    case 135:
      ACCEPT_TOKEN(anon_sym_partition);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 136:
      ACCEPT_TOKEN(anon_sym_service);
      END_STATE();
    case 137:
      ACCEPT_TOKEN(anon_sym_service);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 138:
      ACCEPT_TOKEN(anon_sym_operation);
      END_STATE();
    case 139:
      ACCEPT_TOKEN(anon_sym_operation);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 140:
      ACCEPT_TOKEN(anon_sym_PIPE);
      END_STATE();
    case 141:
      ACCEPT_TOKEN(anon_sym_expect);
      END_STATE();
    case 142:
      ACCEPT_TOKEN(anon_sym_expect);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 143:
      ACCEPT_TOKEN(anon_sym_accept);
      END_STATE();
    case 144:
      ACCEPT_TOKEN(anon_sym_accept);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 145:
      ACCEPT_TOKEN(anon_sym_explore);
      END_STATE();
    case 146:
      ACCEPT_TOKEN(anon_sym_explore);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 147:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'a') ADVANCE(203);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(240);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 148:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'a') ADVANCE(203);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 149:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'a') ADVANCE(173);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 150:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'a') ADVANCE(218);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('b' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 151:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'c') ADVANCE(152);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 152:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'c') ADVANCE(165);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 153:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'c') ADVANCE(185);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 154:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'c') ADVANCE(216);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 155:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'c') ADVANCE(163);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 156:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'd') ADVANCE(158);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 157:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'd') ADVANCE(162);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 158:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(108);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 159:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(111);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 160:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(132);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 161:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(146);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 162:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(106);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 163:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(137);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 164:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(204);
      if (lookahead == 't') ADVANCE(196);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 165:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(202);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 166:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(211);
      if (lookahead == 'i') ADVANCE(188);
      if (lookahead == 's') ADVANCE(227);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 167:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(211);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 168:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(206);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 169:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(154);
      if (lookahead == 'l') ADVANCE(199);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 170:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(192);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 171:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'e') ADVANCE(205);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 172:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'h') ADVANCE(124);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 173:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(186);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 174:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(187);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 175:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(188);
      if (lookahead == 's') ADVANCE(227);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 176:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(170);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 177:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(213);
      if (lookahead == 'o') ADVANCE(221);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 178:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(155);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 179:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(197);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 180:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(198);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 181:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'i') ADVANCE(220);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 182:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'k') ADVANCE(119);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 183:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'k') ADVANCE(130);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 184:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'l') ADVANCE(176);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 185:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'l') ADVANCE(222);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 186:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'l') ADVANCE(212);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 187:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'n') ADVANCE(182);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 188:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'n') ADVANCE(232);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 189:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'n') ADVANCE(139);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 190:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'n') ADVANCE(135);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 191:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'n') ADVANCE(153);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 192:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'n') ADVANCE(215);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 193:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'n') ADVANCE(159);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 194:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'o') ADVANCE(156);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 195:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'o') ADVANCE(193);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 196:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'o') ADVANCE(207);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 197:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'o') ADVANCE(189);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 198:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'o') ADVANCE(190);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 199:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'o') ADVANCE(208);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 200:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'p') ADVANCE(168);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 201:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'p') ADVANCE(169);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 202:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'p') ADVANCE(214);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 203:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'r') ADVANCE(217);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 204:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'r') ADVANCE(223);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 205:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'r') ADVANCE(115);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 206:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'r') ADVANCE(150);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 207:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'r') ADVANCE(160);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 208:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'r') ADVANCE(161);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 209:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 's') ADVANCE(230);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 210:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 's') ADVANCE(231);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 211:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 's') ADVANCE(172);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 212:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 's') ADVANCE(128);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 213:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 's') ADVANCE(183);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 214:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 't') ADVANCE(144);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 215:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 't') ADVANCE(117);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 216:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 't') ADVANCE(142);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 217:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 't') ADVANCE(181);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 218:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 't') ADVANCE(179);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 219:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 't') ADVANCE(171);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 220:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 't') ADVANCE(180);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 221:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'u') ADVANCE(219);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 222:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'u') ADVANCE(157);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 223:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'v') ADVANCE(178);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 224:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == 'x') ADVANCE(201);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 225:
      ACCEPT_TOKEN(sym_identifier);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 226:
      ACCEPT_TOKEN(sym_string);
      END_STATE();
    case 227:
      ACCEPT_TOKEN(anon_sym_ms);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 228:
      ACCEPT_TOKEN(anon_sym_s);
      if (lookahead == 'e') ADVANCE(204);
      if (lookahead == 't') ADVANCE(196);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 229:
      ACCEPT_TOKEN(anon_sym_s);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 230:
      ACCEPT_TOKEN(anon_sym_us);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 231:
      ACCEPT_TOKEN(anon_sym_s2);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 232:
      ACCEPT_TOKEN(anon_sym_min);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 233:
      ACCEPT_TOKEN(anon_sym_h);
      if (lookahead == '-' ||
          lookahead == '.') ADVANCE(96);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z') ||
          (170 <= lookahead && lookahead <= 8231) ||
          (8234 <= lookahead && lookahead <= 55295) ||
          (57344 <= lookahead && lookahead <= 65278)) ADVANCE(225);
      END_STATE();
    case 234:
      ACCEPT_TOKEN(sym_number);
      END_STATE();
    case 235:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(234);
      if (lookahead == '.') ADVANCE(85);
      if (lookahead == 'E' ||
          lookahead == 'e') ADVANCE(238);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(235);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z') ||
          lookahead == 181) ADVANCE(239);
      END_STATE();
    case 236:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(234);
      if (lookahead == 'E' ||
          lookahead == 'e') ADVANCE(238);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(236);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z') ||
          lookahead == 181) ADVANCE(239);
      END_STATE();
    case 237:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(234);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(237);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z') ||
          lookahead == 181) ADVANCE(239);
      END_STATE();
    case 238:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(86);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(237);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z') ||
          lookahead == 181) ADVANCE(239);
      END_STATE();
    case 239:
      ACCEPT_TOKEN(sym_number);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z') ||
          lookahead == 181) ADVANCE(239);
      END_STATE();
    case 240:
      ACCEPT_TOKEN(sym_percentile);
      if (lookahead == '.') ADVANCE(88);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(240);
      END_STATE();
    case 241:
      ACCEPT_TOKEN(sym_percentile);
      if (lookahead == '.') ADVANCE(87);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(241);
      END_STATE();
    case 242:
      ACCEPT_TOKEN(sym_percentile);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(242);
      END_STATE();
    case 243:
      ACCEPT_TOKEN(sym_day);
      END_STATE();
    case 244:
      ACCEPT_TOKEN(sym_comment);
      END_STATE();
    case 245:
      ACCEPT_TOKEN(sym_comment);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '\r') ADVANCE(245);
      END_STATE();
    default:
      return false;
  }
}

static bool ts_lex_keywords(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      if (lookahead == 'a') ADVANCE(1);
      if (lookahead == 'b') ADVANCE(2);
      if (lookahead == 'c') ADVANCE(3);
      if (lookahead == 'd') ADVANCE(4);
      if (lookahead == 'e') ADVANCE(5);
      if (lookahead == 'f') ADVANCE(6);
      if (lookahead == 'i') ADVANCE(7);
      if (lookahead == 'l') ADVANCE(8);
      if (lookahead == 'm') ADVANCE(9);
      if (lookahead == 'n') ADVANCE(10);
      if (lookahead == 'o') ADVANCE(11);
      if (lookahead == 'r') ADVANCE(12);
      if (lookahead == 's') ADVANCE(13);
      if (lookahead == 't') ADVANCE(14);
      if (lookahead == 'u') ADVANCE(15);
      if (lookahead == 'v') ADVANCE(16);
      if (lookahead == 'w') ADVANCE(17);
      if (lookahead == 'y') ADVANCE(18);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ' ||
          lookahead == 160 ||
          lookahead == 8232 ||
          lookahead == 8233 ||
          lookahead == 65279) SKIP(0)
      END_STATE();
    case 1:
      ACCEPT_TOKEN(anon_sym_a);
      if (lookahead == 'n') ADVANCE(19);
      if (lookahead == 't') ADVANCE(20);
      END_STATE();
    case 2:
      if (lookahead == 'e') ADVANCE(21);
      if (lookahead == 'o') ADVANCE(22);
      END_STATE();
    case 3:
      if (lookahead == 'h') ADVANCE(23);
      if (lookahead == 'u') ADVANCE(24);
      END_STATE();
    case 4:
      if (lookahead == 'e') ADVANCE(25);
      if (lookahead == 'o') ADVANCE(26);
      END_STATE();
    case 5:
      if (lookahead == 'l') ADVANCE(27);
      END_STATE();
    case 6:
      if (lookahead == 'a') ADVANCE(28);
      if (lookahead == 'r') ADVANCE(29);
      END_STATE();
    case 7:
      if (lookahead == 'n') ADVANCE(30);
      if (lookahead == 's') ADVANCE(31);
      END_STATE();
    case 8:
      if (lookahead == 'a') ADVANCE(32);
      if (lookahead == 'e') ADVANCE(33);
      if (lookahead == 'i') ADVANCE(34);
      END_STATE();
    case 9:
      if (lookahead == 'e') ADVANCE(35);
      if (lookahead == 'o') ADVANCE(36);
      END_STATE();
    case 10:
      if (lookahead == 'e') ADVANCE(37);
      if (lookahead == 'o') ADVANCE(38);
      END_STATE();
    case 11:
      if (lookahead == 'b') ADVANCE(39);
      if (lookahead == 'f') ADVANCE(40);
      if (lookahead == 'n') ADVANCE(41);
      END_STATE();
    case 12:
      if (lookahead == 'e') ADVANCE(42);
      END_STATE();
    case 13:
      if (lookahead == 'e') ADVANCE(43);
      END_STATE();
    case 14:
      if (lookahead == 'h') ADVANCE(44);
      END_STATE();
    case 15:
      if (lookahead == 'n') ADVANCE(45);
      END_STATE();
    case 16:
      if (lookahead == 'i') ADVANCE(46);
      END_STATE();
    case 17:
      if (lookahead == 'h') ADVANCE(47);
      if (lookahead == 'i') ADVANCE(48);
      if (lookahead == 'r') ADVANCE(49);
      END_STATE();
    case 18:
      if (lookahead == 'e') ADVANCE(50);
      END_STATE();
    case 19:
      if (lookahead == 'y') ADVANCE(51);
      END_STATE();
    case 20:
      ACCEPT_TOKEN(anon_sym_at);
      END_STATE();
    case 21:
      if (lookahead == 'y') ADVANCE(52);
      END_STATE();
    case 22:
      if (lookahead == 'u') ADVANCE(53);
      END_STATE();
    case 23:
      if (lookahead == 'o') ADVANCE(54);
      END_STATE();
    case 24:
      if (lookahead == 't') ADVANCE(55);
      END_STATE();
    case 25:
      if (lookahead == 's') ADVANCE(56);
      if (lookahead == 't') ADVANCE(57);
      END_STATE();
    case 26:
      if (lookahead == 'w') ADVANCE(58);
      END_STATE();
    case 27:
      if (lookahead == 's') ADVANCE(59);
      END_STATE();
    case 28:
      if (lookahead == 'u') ADVANCE(60);
      END_STATE();
    case 29:
      if (lookahead == 'o') ADVANCE(61);
      END_STATE();
    case 30:
      ACCEPT_TOKEN(anon_sym_in);
      END_STATE();
    case 31:
      if (lookahead == 'o') ADVANCE(62);
      END_STATE();
    case 32:
      if (lookahead == 'g') ADVANCE(63);
      END_STATE();
    case 33:
      if (lookahead == 'v') ADVANCE(64);
      END_STATE();
    case 34:
      if (lookahead == 'k') ADVANCE(65);
      END_STATE();
    case 35:
      if (lookahead == 'm') ADVANCE(66);
      if (lookahead == 'r') ADVANCE(67);
      END_STATE();
    case 36:
      if (lookahead == 's') ADVANCE(68);
      END_STATE();
    case 37:
      if (lookahead == 'e') ADVANCE(69);
      if (lookahead == 'v') ADVANCE(70);
      END_STATE();
    case 38:
      ACCEPT_TOKEN(anon_sym_no);
      END_STATE();
    case 39:
      if (lookahead == 's') ADVANCE(71);
      END_STATE();
    case 40:
      ACCEPT_TOKEN(anon_sym_of);
      END_STATE();
    case 41:
      ACCEPT_TOKEN(anon_sym_on);
      if (lookahead == 'c') ADVANCE(72);
      END_STATE();
    case 42:
      if (lookahead == 'a') ADVANCE(73);
      if (lookahead == 'j') ADVANCE(74);
      if (lookahead == 'p') ADVANCE(75);
      if (lookahead == 'q') ADVANCE(76);
      END_STATE();
    case 43:
      if (lookahead == 't') ADVANCE(77);
      END_STATE();
    case 44:
      if (lookahead == 'r') ADVANCE(78);
      END_STATE();
    case 45:
      if (lookahead == 'd') ADVANCE(79);
      if (lookahead == 't') ADVANCE(80);
      END_STATE();
    case 46:
      if (lookahead == 'a') ADVANCE(81);
      END_STATE();
    case 47:
      if (lookahead == 'i') ADVANCE(82);
      END_STATE();
    case 48:
      if (lookahead == 't') ADVANCE(83);
      END_STATE();
    case 49:
      if (lookahead == 'i') ADVANCE(84);
      END_STATE();
    case 50:
      if (lookahead == 'a') ADVANCE(85);
      END_STATE();
    case 51:
      ACCEPT_TOKEN(anon_sym_any);
      END_STATE();
    case 52:
      if (lookahead == 'o') ADVANCE(86);
      END_STATE();
    case 53:
      if (lookahead == 'n') ADVANCE(87);
      END_STATE();
    case 54:
      if (lookahead == 'o') ADVANCE(88);
      END_STATE();
    case 55:
      ACCEPT_TOKEN(anon_sym_cut);
      END_STATE();
    case 56:
      if (lookahead == 't') ADVANCE(89);
      END_STATE();
    case 57:
      if (lookahead == 'e') ADVANCE(90);
      END_STATE();
    case 58:
      if (lookahead == 'n') ADVANCE(91);
      END_STATE();
    case 59:
      if (lookahead == 'e') ADVANCE(92);
      END_STATE();
    case 60:
      if (lookahead == 'l') ADVANCE(93);
      END_STATE();
    case 61:
      if (lookahead == 'm') ADVANCE(94);
      END_STATE();
    case 62:
      if (lookahead == 'l') ADVANCE(95);
      END_STATE();
    case 63:
      ACCEPT_TOKEN(anon_sym_lag);
      END_STATE();
    case 64:
      if (lookahead == 'e') ADVANCE(96);
      END_STATE();
    case 65:
      if (lookahead == 'e') ADVANCE(97);
      END_STATE();
    case 66:
      if (lookahead == 'b') ADVANCE(98);
      END_STATE();
    case 67:
      if (lookahead == 'g') ADVANCE(99);
      END_STATE();
    case 68:
      if (lookahead == 't') ADVANCE(100);
      END_STATE();
    case 69:
      if (lookahead == 'd') ADVANCE(101);
      END_STATE();
    case 70:
      if (lookahead == 'e') ADVANCE(102);
      END_STATE();
    case 71:
      if (lookahead == 'e') ADVANCE(103);
      END_STATE();
    case 72:
      if (lookahead == 'e') ADVANCE(104);
      END_STATE();
    case 73:
      if (lookahead == 'd') ADVANCE(105);
      END_STATE();
    case 74:
      if (lookahead == 'o') ADVANCE(106);
      END_STATE();
    case 75:
      if (lookahead == 'l') ADVANCE(107);
      END_STATE();
    case 76:
      if (lookahead == 'u') ADVANCE(108);
      END_STATE();
    case 77:
      if (lookahead == 't') ADVANCE(109);
      END_STATE();
    case 78:
      if (lookahead == 'o') ADVANCE(110);
      END_STATE();
    case 79:
      if (lookahead == 'e') ADVANCE(111);
      END_STATE();
    case 80:
      if (lookahead == 'i') ADVANCE(112);
      END_STATE();
    case 81:
      ACCEPT_TOKEN(anon_sym_via);
      END_STATE();
    case 82:
      if (lookahead == 'l') ADVANCE(113);
      END_STATE();
    case 83:
      if (lookahead == 'h') ADVANCE(114);
      if (lookahead == 'n') ADVANCE(115);
      END_STATE();
    case 84:
      if (lookahead == 't') ADVANCE(116);
      END_STATE();
    case 85:
      if (lookahead == 'r') ADVANCE(117);
      END_STATE();
    case 86:
      if (lookahead == 'n') ADVANCE(118);
      END_STATE();
    case 87:
      if (lookahead == 'd') ADVANCE(119);
      END_STATE();
    case 88:
      if (lookahead == 's') ADVANCE(120);
      END_STATE();
    case 89:
      if (lookahead == 'r') ADVANCE(121);
      END_STATE();
    case 90:
      if (lookahead == 'c') ADVANCE(122);
      END_STATE();
    case 91:
      ACCEPT_TOKEN(anon_sym_down);
      END_STATE();
    case 92:
      ACCEPT_TOKEN(anon_sym_else);
      END_STATE();
    case 93:
      if (lookahead == 't') ADVANCE(123);
      END_STATE();
    case 94:
      ACCEPT_TOKEN(anon_sym_from);
      END_STATE();
    case 95:
      if (lookahead == 'a') ADVANCE(124);
      END_STATE();
    case 96:
      if (lookahead == 'l') ADVANCE(125);
      END_STATE();
    case 97:
      ACCEPT_TOKEN(anon_sym_like);
      END_STATE();
    case 98:
      if (lookahead == 'e') ADVANCE(126);
      END_STATE();
    case 99:
      if (lookahead == 'e') ADVANCE(127);
      END_STATE();
    case 100:
      ACCEPT_TOKEN(anon_sym_most);
      END_STATE();
    case 101:
      if (lookahead == 's') ADVANCE(128);
      END_STATE();
    case 102:
      if (lookahead == 'r') ADVANCE(129);
      END_STATE();
    case 103:
      if (lookahead == 'r') ADVANCE(130);
      END_STATE();
    case 104:
      ACCEPT_TOKEN(anon_sym_once);
      END_STATE();
    case 105:
      ACCEPT_TOKEN(anon_sym_read);
      END_STATE();
    case 106:
      if (lookahead == 'i') ADVANCE(131);
      END_STATE();
    case 107:
      if (lookahead == 'i') ADVANCE(132);
      END_STATE();
    case 108:
      if (lookahead == 'i') ADVANCE(133);
      END_STATE();
    case 109:
      if (lookahead == 'l') ADVANCE(134);
      END_STATE();
    case 110:
      if (lookahead == 'u') ADVANCE(135);
      END_STATE();
    case 111:
      if (lookahead == 'r') ADVANCE(136);
      END_STATE();
    case 112:
      if (lookahead == 'l') ADVANCE(137);
      END_STATE();
    case 113:
      if (lookahead == 'e') ADVANCE(138);
      END_STATE();
    case 114:
      if (lookahead == 'i') ADVANCE(139);
      END_STATE();
    case 115:
      if (lookahead == 'e') ADVANCE(140);
      END_STATE();
    case 116:
      if (lookahead == 'e') ADVANCE(141);
      END_STATE();
    case 117:
      ACCEPT_TOKEN(anon_sym_year);
      END_STATE();
    case 118:
      if (lookahead == 'd') ADVANCE(142);
      END_STATE();
    case 119:
      if (lookahead == 'e') ADVANCE(143);
      END_STATE();
    case 120:
      if (lookahead == 'e') ADVANCE(144);
      END_STATE();
    case 121:
      if (lookahead == 'o') ADVANCE(145);
      END_STATE();
    case 122:
      if (lookahead == 't') ADVANCE(146);
      END_STATE();
    case 123:
      ACCEPT_TOKEN(anon_sym_fault);
      END_STATE();
    case 124:
      if (lookahead == 't') ADVANCE(147);
      END_STATE();
    case 125:
      ACCEPT_TOKEN(anon_sym_level);
      END_STATE();
    case 126:
      if (lookahead == 'r') ADVANCE(148);
      END_STATE();
    case 127:
      ACCEPT_TOKEN(anon_sym_merge);
      END_STATE();
    case 128:
      ACCEPT_TOKEN(anon_sym_needs);
      END_STATE();
    case 129:
      ACCEPT_TOKEN(anon_sym_never);
      END_STATE();
    case 130:
      if (lookahead == 'v') ADVANCE(149);
      END_STATE();
    case 131:
      if (lookahead == 'n') ADVANCE(150);
      END_STATE();
    case 132:
      if (lookahead == 'c') ADVANCE(151);
      END_STATE();
    case 133:
      if (lookahead == 'r') ADVANCE(152);
      END_STATE();
    case 134:
      if (lookahead == 'e') ADVANCE(153);
      END_STATE();
    case 135:
      if (lookahead == 'g') ADVANCE(154);
      END_STATE();
    case 136:
      ACCEPT_TOKEN(anon_sym_under);
      END_STATE();
    case 137:
      ACCEPT_TOKEN(anon_sym_until);
      END_STATE();
    case 138:
      ACCEPT_TOKEN(anon_sym_while);
      END_STATE();
    case 139:
      if (lookahead == 'n') ADVANCE(155);
      END_STATE();
    case 140:
      if (lookahead == 's') ADVANCE(156);
      END_STATE();
    case 141:
      ACCEPT_TOKEN(anon_sym_write);
      END_STATE();
    case 142:
      ACCEPT_TOKEN(anon_sym_beyond);
      END_STATE();
    case 143:
      if (lookahead == 'd') ADVANCE(157);
      END_STATE();
    case 144:
      ACCEPT_TOKEN(anon_sym_choose);
      END_STATE();
    case 145:
      if (lookahead == 'y') ADVANCE(158);
      END_STATE();
    case 146:
      ACCEPT_TOKEN(anon_sym_detect);
      if (lookahead == 'i') ADVANCE(159);
      END_STATE();
    case 147:
      if (lookahead == 'e') ADVANCE(160);
      END_STATE();
    case 148:
      if (lookahead == 's') ADVANCE(161);
      END_STATE();
    case 149:
      if (lookahead == 'e') ADVANCE(162);
      END_STATE();
    case 150:
      ACCEPT_TOKEN(anon_sym_rejoin);
      END_STATE();
    case 151:
      if (lookahead == 'a') ADVANCE(163);
      END_STATE();
    case 152:
      if (lookahead == 'e') ADVANCE(164);
      END_STATE();
    case 153:
      if (lookahead == 'd') ADVANCE(165);
      END_STATE();
    case 154:
      if (lookahead == 'h') ADVANCE(166);
      END_STATE();
    case 155:
      ACCEPT_TOKEN(anon_sym_within);
      END_STATE();
    case 156:
      if (lookahead == 's') ADVANCE(167);
      END_STATE();
    case 157:
      ACCEPT_TOKEN(anon_sym_bounded);
      END_STATE();
    case 158:
      ACCEPT_TOKEN(anon_sym_destroy);
      if (lookahead == 'e') ADVANCE(168);
      END_STATE();
    case 159:
      if (lookahead == 'n') ADVANCE(169);
      END_STATE();
    case 160:
      ACCEPT_TOKEN(anon_sym_isolate);
      END_STATE();
    case 161:
      if (lookahead == 'h') ADVANCE(170);
      END_STATE();
    case 162:
      if (lookahead == 'r') ADVANCE(171);
      END_STATE();
    case 163:
      if (lookahead == 't') ADVANCE(172);
      END_STATE();
    case 164:
      if (lookahead == 's') ADVANCE(173);
      END_STATE();
    case 165:
      ACCEPT_TOKEN(anon_sym_settled);
      END_STATE();
    case 166:
      ACCEPT_TOKEN(anon_sym_through);
      END_STATE();
    case 167:
      ACCEPT_TOKEN(anon_sym_witness);
      END_STATE();
    case 168:
      if (lookahead == 'd') ADVANCE(174);
      END_STATE();
    case 169:
      if (lookahead == 'g') ADVANCE(175);
      END_STATE();
    case 170:
      if (lookahead == 'i') ADVANCE(176);
      END_STATE();
    case 171:
      ACCEPT_TOKEN(anon_sym_observer);
      END_STATE();
    case 172:
      if (lookahead == 'e') ADVANCE(177);
      END_STATE();
    case 173:
      ACCEPT_TOKEN(anon_sym_requires);
      END_STATE();
    case 174:
      ACCEPT_TOKEN(anon_sym_destroyed);
      END_STATE();
    case 175:
      ACCEPT_TOKEN(anon_sym_detecting);
      END_STATE();
    case 176:
      if (lookahead == 'p') ADVANCE(178);
      END_STATE();
    case 177:
      ACCEPT_TOKEN(anon_sym_replicate);
      END_STATE();
    case 178:
      ACCEPT_TOKEN(anon_sym_membership);
      END_STATE();
    default:
      return false;
  }
}

static const TSLexMode ts_lex_modes[STATE_COUNT] = {
  [0] = {.lex_state = 0},
  [1] = {.lex_state = 100},
  [2] = {.lex_state = 99},
  [3] = {.lex_state = 99},
  [4] = {.lex_state = 100},
  [5] = {.lex_state = 100},
  [6] = {.lex_state = 0},
  [7] = {.lex_state = 101},
  [8] = {.lex_state = 98},
  [9] = {.lex_state = 98},
  [10] = {.lex_state = 98},
  [11] = {.lex_state = 98},
  [12] = {.lex_state = 98},
  [13] = {.lex_state = 98},
  [14] = {.lex_state = 98},
  [15] = {.lex_state = 98},
  [16] = {.lex_state = 98},
  [17] = {.lex_state = 98},
  [18] = {.lex_state = 1},
  [19] = {.lex_state = 98},
  [20] = {.lex_state = 1},
  [21] = {.lex_state = 1},
  [22] = {.lex_state = 1},
  [23] = {.lex_state = 1},
  [24] = {.lex_state = 98},
  [25] = {.lex_state = 98},
  [26] = {.lex_state = 98},
  [27] = {.lex_state = 98},
  [28] = {.lex_state = 98},
  [29] = {.lex_state = 100},
  [30] = {.lex_state = 98},
  [31] = {.lex_state = 98},
  [32] = {.lex_state = 98},
  [33] = {.lex_state = 98},
  [34] = {.lex_state = 98},
  [35] = {.lex_state = 98},
  [36] = {.lex_state = 98},
  [37] = {.lex_state = 98},
  [38] = {.lex_state = 98},
  [39] = {.lex_state = 100},
  [40] = {.lex_state = 98},
  [41] = {.lex_state = 98},
  [42] = {.lex_state = 98},
  [43] = {.lex_state = 98},
  [44] = {.lex_state = 98},
  [45] = {.lex_state = 98},
  [46] = {.lex_state = 98},
  [47] = {.lex_state = 98},
  [48] = {.lex_state = 98},
  [49] = {.lex_state = 98},
  [50] = {.lex_state = 2},
  [51] = {.lex_state = 98},
  [52] = {.lex_state = 98},
  [53] = {.lex_state = 98},
  [54] = {.lex_state = 98},
  [55] = {.lex_state = 98},
  [56] = {.lex_state = 100},
  [57] = {.lex_state = 100},
  [58] = {.lex_state = 98},
  [59] = {.lex_state = 98},
  [60] = {.lex_state = 98},
  [61] = {.lex_state = 100},
  [62] = {.lex_state = 100},
  [63] = {.lex_state = 98},
  [64] = {.lex_state = 98},
  [65] = {.lex_state = 98},
  [66] = {.lex_state = 98},
  [67] = {.lex_state = 98},
  [68] = {.lex_state = 98},
  [69] = {.lex_state = 98},
  [70] = {.lex_state = 100},
  [71] = {.lex_state = 98},
  [72] = {.lex_state = 98},
  [73] = {.lex_state = 100},
  [74] = {.lex_state = 98},
  [75] = {.lex_state = 98},
  [76] = {.lex_state = 102},
  [77] = {.lex_state = 98},
  [78] = {.lex_state = 98},
  [79] = {.lex_state = 98},
  [80] = {.lex_state = 98},
  [81] = {.lex_state = 98},
  [82] = {.lex_state = 98},
  [83] = {.lex_state = 98},
  [84] = {.lex_state = 98},
  [85] = {.lex_state = 98},
  [86] = {.lex_state = 1},
  [87] = {.lex_state = 98},
  [88] = {.lex_state = 98},
  [89] = {.lex_state = 98},
  [90] = {.lex_state = 98},
  [91] = {.lex_state = 98},
  [92] = {.lex_state = 98},
  [93] = {.lex_state = 98},
  [94] = {.lex_state = 98},
  [95] = {.lex_state = 98},
  [96] = {.lex_state = 98},
  [97] = {.lex_state = 98},
  [98] = {.lex_state = 98},
  [99] = {.lex_state = 98},
  [100] = {.lex_state = 1},
  [101] = {.lex_state = 98},
  [102] = {.lex_state = 98},
  [103] = {.lex_state = 98},
  [104] = {.lex_state = 98},
  [105] = {.lex_state = 98},
  [106] = {.lex_state = 98},
  [107] = {.lex_state = 98},
  [108] = {.lex_state = 98},
  [109] = {.lex_state = 98},
  [110] = {.lex_state = 98},
  [111] = {.lex_state = 98},
  [112] = {.lex_state = 1},
  [113] = {.lex_state = 98},
  [114] = {.lex_state = 98},
  [115] = {.lex_state = 98},
  [116] = {.lex_state = 98},
  [117] = {.lex_state = 98},
  [118] = {.lex_state = 98},
  [119] = {.lex_state = 98},
  [120] = {.lex_state = 98},
  [121] = {.lex_state = 98},
  [122] = {.lex_state = 98},
  [123] = {.lex_state = 98},
  [124] = {.lex_state = 98},
  [125] = {.lex_state = 98},
  [126] = {.lex_state = 98},
  [127] = {.lex_state = 98},
  [128] = {.lex_state = 98},
  [129] = {.lex_state = 100},
  [130] = {.lex_state = 100},
  [131] = {.lex_state = 98},
  [132] = {.lex_state = 98},
  [133] = {.lex_state = 98},
  [134] = {.lex_state = 98},
  [135] = {.lex_state = 98},
  [136] = {.lex_state = 98},
  [137] = {.lex_state = 98},
  [138] = {.lex_state = 98},
  [139] = {.lex_state = 98},
  [140] = {.lex_state = 98},
  [141] = {.lex_state = 98},
  [142] = {.lex_state = 98},
  [143] = {.lex_state = 98},
  [144] = {.lex_state = 98},
  [145] = {.lex_state = 98},
  [146] = {.lex_state = 98},
  [147] = {.lex_state = 98},
  [148] = {.lex_state = 100},
  [149] = {.lex_state = 100},
  [150] = {.lex_state = 100},
  [151] = {.lex_state = 100},
  [152] = {.lex_state = 100},
  [153] = {.lex_state = 98},
  [154] = {.lex_state = 98},
  [155] = {.lex_state = 98},
  [156] = {.lex_state = 100},
  [157] = {.lex_state = 98},
  [158] = {.lex_state = 100},
  [159] = {.lex_state = 100},
  [160] = {.lex_state = 100},
  [161] = {.lex_state = 98},
  [162] = {.lex_state = 100},
  [163] = {.lex_state = 100},
  [164] = {.lex_state = 100},
  [165] = {.lex_state = 100},
  [166] = {.lex_state = 100},
  [167] = {.lex_state = 100},
  [168] = {.lex_state = 100},
  [169] = {.lex_state = 100},
  [170] = {.lex_state = 100},
  [171] = {.lex_state = 100},
  [172] = {.lex_state = 100},
  [173] = {.lex_state = 100},
  [174] = {.lex_state = 100},
  [175] = {.lex_state = 100},
  [176] = {.lex_state = 2},
  [177] = {.lex_state = 100},
  [178] = {.lex_state = 100},
  [179] = {.lex_state = 100},
  [180] = {.lex_state = 100},
  [181] = {.lex_state = 100},
  [182] = {.lex_state = 100},
  [183] = {.lex_state = 100},
  [184] = {.lex_state = 100},
  [185] = {.lex_state = 100},
  [186] = {.lex_state = 100},
  [187] = {.lex_state = 100},
  [188] = {.lex_state = 100},
  [189] = {.lex_state = 98},
  [190] = {.lex_state = 98},
  [191] = {.lex_state = 1},
  [192] = {.lex_state = 98},
  [193] = {.lex_state = 100},
  [194] = {.lex_state = 100},
  [195] = {.lex_state = 100},
  [196] = {.lex_state = 100},
  [197] = {.lex_state = 100},
  [198] = {.lex_state = 100},
  [199] = {.lex_state = 100},
  [200] = {.lex_state = 100},
  [201] = {.lex_state = 100},
  [202] = {.lex_state = 100},
  [203] = {.lex_state = 100},
  [204] = {.lex_state = 100},
  [205] = {.lex_state = 100},
  [206] = {.lex_state = 100},
  [207] = {.lex_state = 100},
  [208] = {.lex_state = 100},
  [209] = {.lex_state = 100},
  [210] = {.lex_state = 100},
  [211] = {.lex_state = 100},
  [212] = {.lex_state = 100},
  [213] = {.lex_state = 100},
  [214] = {.lex_state = 100},
  [215] = {.lex_state = 100},
  [216] = {.lex_state = 100},
  [217] = {.lex_state = 100},
  [218] = {.lex_state = 100},
  [219] = {.lex_state = 100},
  [220] = {.lex_state = 100},
  [221] = {.lex_state = 100},
  [222] = {.lex_state = 1},
  [223] = {.lex_state = 100},
  [224] = {.lex_state = 1},
  [225] = {.lex_state = 100},
  [226] = {.lex_state = 100},
  [227] = {.lex_state = 100},
  [228] = {.lex_state = 8},
  [229] = {.lex_state = 1},
  [230] = {.lex_state = 1},
  [231] = {.lex_state = 1},
  [232] = {.lex_state = 1},
  [233] = {.lex_state = 1},
  [234] = {.lex_state = 1},
  [235] = {.lex_state = 1},
  [236] = {.lex_state = 1},
  [237] = {.lex_state = 1},
  [238] = {.lex_state = 1},
  [239] = {.lex_state = 1},
  [240] = {.lex_state = 1},
  [241] = {.lex_state = 1},
  [242] = {.lex_state = 1},
  [243] = {.lex_state = 1},
  [244] = {.lex_state = 1},
  [245] = {.lex_state = 1},
  [246] = {.lex_state = 1},
  [247] = {.lex_state = 1},
  [248] = {.lex_state = 1},
  [249] = {.lex_state = 3},
  [250] = {.lex_state = 1},
  [251] = {.lex_state = 1},
  [252] = {.lex_state = 1},
  [253] = {.lex_state = 1},
  [254] = {.lex_state = 1},
  [255] = {.lex_state = 1},
  [256] = {.lex_state = 1},
  [257] = {.lex_state = 1},
  [258] = {.lex_state = 1},
  [259] = {.lex_state = 1},
  [260] = {.lex_state = 1},
  [261] = {.lex_state = 1},
  [262] = {.lex_state = 1},
  [263] = {.lex_state = 1},
  [264] = {.lex_state = 1},
  [265] = {.lex_state = 1},
  [266] = {.lex_state = 1},
  [267] = {.lex_state = 1},
  [268] = {.lex_state = 1},
  [269] = {.lex_state = 1},
  [270] = {.lex_state = 1},
  [271] = {.lex_state = 1},
  [272] = {.lex_state = 3},
  [273] = {.lex_state = 3},
  [274] = {.lex_state = 1},
  [275] = {.lex_state = 1},
  [276] = {.lex_state = 1},
  [277] = {.lex_state = 1},
  [278] = {.lex_state = 1},
  [279] = {.lex_state = 3},
  [280] = {.lex_state = 100},
  [281] = {.lex_state = 3},
  [282] = {.lex_state = 100},
  [283] = {.lex_state = 1},
  [284] = {.lex_state = 1},
  [285] = {.lex_state = 1},
  [286] = {.lex_state = 1},
  [287] = {.lex_state = 1},
  [288] = {.lex_state = 1},
  [289] = {.lex_state = 1},
  [290] = {.lex_state = 1},
  [291] = {.lex_state = 1},
  [292] = {.lex_state = 1},
  [293] = {.lex_state = 1},
  [294] = {.lex_state = 1},
  [295] = {.lex_state = 1},
  [296] = {.lex_state = 1},
  [297] = {.lex_state = 100},
  [298] = {.lex_state = 100},
  [299] = {.lex_state = 100},
  [300] = {.lex_state = 1},
  [301] = {.lex_state = 100},
  [302] = {.lex_state = 100},
  [303] = {.lex_state = 0},
  [304] = {.lex_state = 1},
  [305] = {.lex_state = 0},
  [306] = {.lex_state = 0},
  [307] = {.lex_state = 1},
  [308] = {.lex_state = 1},
  [309] = {.lex_state = 1},
  [310] = {.lex_state = 1},
  [311] = {.lex_state = 1},
  [312] = {.lex_state = 1},
  [313] = {.lex_state = 1},
  [314] = {.lex_state = 1},
  [315] = {.lex_state = 1},
  [316] = {.lex_state = 1},
  [317] = {.lex_state = 1},
  [318] = {.lex_state = 1},
  [319] = {.lex_state = 1},
  [320] = {.lex_state = 1},
  [321] = {.lex_state = 1},
  [322] = {.lex_state = 1},
  [323] = {.lex_state = 1},
  [324] = {.lex_state = 1},
  [325] = {.lex_state = 0},
  [326] = {.lex_state = 1},
  [327] = {.lex_state = 1},
  [328] = {.lex_state = 0},
  [329] = {.lex_state = 0},
  [330] = {.lex_state = 1},
  [331] = {.lex_state = 1},
  [332] = {.lex_state = 0},
  [333] = {.lex_state = 1},
  [334] = {.lex_state = 1},
  [335] = {.lex_state = 0},
  [336] = {.lex_state = 1},
  [337] = {.lex_state = 1},
  [338] = {.lex_state = 1},
  [339] = {.lex_state = 1},
  [340] = {.lex_state = 1},
  [341] = {.lex_state = 1},
  [342] = {.lex_state = 1},
  [343] = {.lex_state = 1},
  [344] = {.lex_state = 1},
  [345] = {.lex_state = 1},
  [346] = {.lex_state = 1},
  [347] = {.lex_state = 1},
  [348] = {.lex_state = 1},
  [349] = {.lex_state = 1},
  [350] = {.lex_state = 1},
  [351] = {.lex_state = 1},
  [352] = {.lex_state = 1},
  [353] = {.lex_state = 1},
  [354] = {.lex_state = 1},
  [355] = {.lex_state = 1},
  [356] = {.lex_state = 1},
  [357] = {.lex_state = 1},
  [358] = {.lex_state = 1},
  [359] = {.lex_state = 1},
  [360] = {.lex_state = 1},
  [361] = {.lex_state = 1},
  [362] = {.lex_state = 1},
  [363] = {.lex_state = 100},
  [364] = {.lex_state = 1},
  [365] = {.lex_state = 1},
  [366] = {.lex_state = 1},
  [367] = {.lex_state = 1},
  [368] = {.lex_state = 1},
  [369] = {.lex_state = 1},
  [370] = {.lex_state = 1},
  [371] = {.lex_state = 1},
  [372] = {.lex_state = 0},
  [373] = {.lex_state = 1},
  [374] = {.lex_state = 1},
  [375] = {.lex_state = 1},
  [376] = {.lex_state = 1},
  [377] = {.lex_state = 0},
  [378] = {.lex_state = 0},
  [379] = {.lex_state = 0},
  [380] = {.lex_state = 0},
  [381] = {.lex_state = 0},
  [382] = {.lex_state = 0},
  [383] = {.lex_state = 0},
  [384] = {.lex_state = 0},
  [385] = {.lex_state = 0},
  [386] = {.lex_state = 0},
  [387] = {.lex_state = 1},
  [388] = {.lex_state = 1},
  [389] = {.lex_state = 0},
  [390] = {.lex_state = 100},
  [391] = {.lex_state = 1},
  [392] = {.lex_state = 1},
  [393] = {.lex_state = 1},
  [394] = {.lex_state = 1},
  [395] = {.lex_state = 1},
  [396] = {.lex_state = 0},
  [397] = {.lex_state = 1},
  [398] = {.lex_state = 101},
  [399] = {.lex_state = 1},
  [400] = {.lex_state = 0},
  [401] = {.lex_state = 0},
  [402] = {.lex_state = 101},
  [403] = {.lex_state = 1},
  [404] = {.lex_state = 1},
  [405] = {.lex_state = 0},
  [406] = {.lex_state = 0},
  [407] = {.lex_state = 1},
  [408] = {.lex_state = 1},
  [409] = {.lex_state = 1},
};

static const uint16_t ts_parse_table[LARGE_STATE_COUNT][SYMBOL_COUNT] = {
  [0] = {
    [ts_builtin_sym_end] = ACTIONS(1),
    [sym_identifier] = ACTIONS(1),
    [anon_sym_SEMI] = ACTIONS(1),
    [anon_sym_include] = ACTIONS(1),
    [anon_sym_node] = ACTIONS(1),
    [anon_sym_COMMA] = ACTIONS(1),
    [anon_sym_zone] = ACTIONS(1),
    [anon_sym_LBRACE] = ACTIONS(1),
    [anon_sym_RBRACE] = ACTIONS(1),
    [anon_sym_router] = ACTIONS(1),
    [anon_sym_client] = ACTIONS(1),
    [anon_sym_in] = ACTIONS(1),
    [anon_sym_at] = ACTIONS(1),
    [anon_sym_via] = ACTIONS(1),
    [anon_sym_link] = ACTIONS(1),
    [anon_sym_COLON] = ACTIONS(1),
    [anon_sym_DASH_DASH] = ACTIONS(1),
    [anon_sym_DASH_GT] = ACTIONS(1),
    [anon_sym_mesh] = ACTIONS(1),
    [anon_sym_] = ACTIONS(1),
    [anon_sym_fails] = ACTIONS(1),
    [anon_sym_risk] = ACTIONS(1),
    [anon_sym_store] = ACTIONS(1),
    [anon_sym_on] = ACTIONS(1),
    [anon_sym_witness] = ACTIONS(1),
    [anon_sym_observer] = ACTIONS(1),
    [anon_sym_of] = ACTIONS(1),
    [anon_sym_choose] = ACTIONS(1),
    [anon_sym_replicate] = ACTIONS(1),
    [anon_sym_EQ] = ACTIONS(1),
    [anon_sym_partition] = ACTIONS(1),
    [anon_sym_merge] = ACTIONS(1),
    [anon_sym_like] = ACTIONS(1),
    [anon_sym_detect] = ACTIONS(1),
    [anon_sym_rejoin] = ACTIONS(1),
    [anon_sym_membership] = ACTIONS(1),
    [anon_sym_requires] = ACTIONS(1),
    [anon_sym_from] = ACTIONS(1),
    [anon_sym_bounded] = ACTIONS(1),
    [anon_sym_else] = ACTIONS(1),
    [anon_sym_service] = ACTIONS(1),
    [anon_sym_operation] = ACTIONS(1),
    [anon_sym_through] = ACTIONS(1),
    [anon_sym_read] = ACTIONS(1),
    [anon_sym_write] = ACTIONS(1),
    [anon_sym_level] = ACTIONS(1),
    [anon_sym_needs] = ACTIONS(1),
    [anon_sym_PIPE] = ACTIONS(1),
    [anon_sym_cut] = ACTIONS(1),
    [anon_sym_isolate] = ACTIONS(1),
    [anon_sym_down] = ACTIONS(1),
    [anon_sym_destroyed] = ACTIONS(1),
    [anon_sym_destroy] = ACTIONS(1),
    [anon_sym_expect] = ACTIONS(1),
    [anon_sym_never] = ACTIONS(1),
    [anon_sym_beyond] = ACTIONS(1),
    [anon_sym_lag] = ACTIONS(1),
    [anon_sym_within] = ACTIONS(1),
    [anon_sym_most] = ACTIONS(1),
    [anon_sym_a] = ACTIONS(1),
    [anon_sym_year] = ACTIONS(1),
    [anon_sym_under] = ACTIONS(1),
    [anon_sym_no] = ACTIONS(1),
    [anon_sym_fault] = ACTIONS(1),
    [anon_sym_while] = ACTIONS(1),
    [anon_sym_detecting] = ACTIONS(1),
    [anon_sym_once] = ACTIONS(1),
    [anon_sym_settled] = ACTIONS(1),
    [anon_sym_accept] = ACTIONS(1),
    [anon_sym_until] = ACTIONS(1),
    [anon_sym_explore] = ACTIONS(1),
    [anon_sym_any] = ACTIONS(1),
    [sym_string] = ACTIONS(1),
    [anon_sym_ms] = ACTIONS(1),
    [anon_sym_s] = ACTIONS(1),
    [anon_sym_us] = ACTIONS(1),
    [anon_sym_s2] = ACTIONS(1),
    [anon_sym_min] = ACTIONS(1),
    [anon_sym_h] = ACTIONS(1),
    [sym_number] = ACTIONS(1),
    [sym_percentile] = ACTIONS(1),
    [sym_comment] = ACTIONS(3),
  },
  [1] = {
    [sym_design] = STATE(405),
    [sym__statement] = STATE(5),
    [sym_include] = STATE(5),
    [sym_node] = STATE(5),
    [sym_zone] = STATE(5),
    [sym_router] = STATE(5),
    [sym_client] = STATE(5),
    [sym_link] = STATE(5),
    [sym_mesh] = STATE(5),
    [sym_risk] = STATE(5),
    [sym_store] = STATE(5),
    [sym_service] = STATE(5),
    [sym_operation] = STATE(5),
    [sym_partition] = STATE(5),
    [sym_expect] = STATE(5),
    [sym_accept] = STATE(5),
    [sym_explore] = STATE(5),
    [aux_sym_design_repeat1] = STATE(5),
    [ts_builtin_sym_end] = ACTIONS(5),
    [anon_sym_SEMI] = ACTIONS(7),
    [anon_sym_include] = ACTIONS(9),
    [anon_sym_node] = ACTIONS(11),
    [anon_sym_zone] = ACTIONS(13),
    [anon_sym_router] = ACTIONS(15),
    [anon_sym_client] = ACTIONS(17),
    [anon_sym_link] = ACTIONS(19),
    [anon_sym_mesh] = ACTIONS(21),
    [anon_sym_risk] = ACTIONS(23),
    [anon_sym_store] = ACTIONS(25),
    [anon_sym_partition] = ACTIONS(27),
    [anon_sym_service] = ACTIONS(29),
    [anon_sym_operation] = ACTIONS(31),
    [anon_sym_expect] = ACTIONS(33),
    [anon_sym_accept] = ACTIONS(35),
    [anon_sym_explore] = ACTIONS(37),
    [sym_comment] = ACTIONS(3),
  },
};

static const uint16_t ts_small_parse_table[] = {
  [0] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(41), 1,
      anon_sym_COMMA,
    ACTIONS(44), 1,
      anon_sym_in,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(39), 38,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_at,
      anon_sym_via,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_fails,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_partition,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_through,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_PIPE,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
      sym_number,
  [53] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(44), 1,
      anon_sym_in,
    ACTIONS(39), 39,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_at,
      anon_sym_via,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_fails,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_partition,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_through,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_PIPE,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
      sym_number,
  [101] = 19,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(46), 1,
      ts_builtin_sym_end,
    ACTIONS(48), 1,
      anon_sym_SEMI,
    ACTIONS(51), 1,
      anon_sym_include,
    ACTIONS(54), 1,
      anon_sym_node,
    ACTIONS(57), 1,
      anon_sym_zone,
    ACTIONS(60), 1,
      anon_sym_router,
    ACTIONS(63), 1,
      anon_sym_client,
    ACTIONS(66), 1,
      anon_sym_link,
    ACTIONS(69), 1,
      anon_sym_mesh,
    ACTIONS(72), 1,
      anon_sym_risk,
    ACTIONS(75), 1,
      anon_sym_store,
    ACTIONS(78), 1,
      anon_sym_partition,
    ACTIONS(81), 1,
      anon_sym_service,
    ACTIONS(84), 1,
      anon_sym_operation,
    ACTIONS(87), 1,
      anon_sym_expect,
    ACTIONS(90), 1,
      anon_sym_accept,
    ACTIONS(93), 1,
      anon_sym_explore,
    STATE(4), 17,
      sym__statement,
      sym_include,
      sym_node,
      sym_zone,
      sym_router,
      sym_client,
      sym_link,
      sym_mesh,
      sym_risk,
      sym_store,
      sym_service,
      sym_operation,
      sym_partition,
      sym_expect,
      sym_accept,
      sym_explore,
      aux_sym_design_repeat1,
  [175] = 19,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(9), 1,
      anon_sym_include,
    ACTIONS(11), 1,
      anon_sym_node,
    ACTIONS(13), 1,
      anon_sym_zone,
    ACTIONS(15), 1,
      anon_sym_router,
    ACTIONS(17), 1,
      anon_sym_client,
    ACTIONS(19), 1,
      anon_sym_link,
    ACTIONS(21), 1,
      anon_sym_mesh,
    ACTIONS(23), 1,
      anon_sym_risk,
    ACTIONS(25), 1,
      anon_sym_store,
    ACTIONS(27), 1,
      anon_sym_partition,
    ACTIONS(29), 1,
      anon_sym_service,
    ACTIONS(31), 1,
      anon_sym_operation,
    ACTIONS(33), 1,
      anon_sym_expect,
    ACTIONS(35), 1,
      anon_sym_accept,
    ACTIONS(37), 1,
      anon_sym_explore,
    ACTIONS(96), 1,
      ts_builtin_sym_end,
    ACTIONS(98), 1,
      anon_sym_SEMI,
    STATE(4), 17,
      sym__statement,
      sym_include,
      sym_node,
      sym_zone,
      sym_router,
      sym_client,
      sym_link,
      sym_mesh,
      sym_risk,
      sym_store,
      sym_service,
      sym_operation,
      sym_partition,
      sym_expect,
      sym_accept,
      sym_explore,
      aux_sym_design_repeat1,
  [249] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(102), 1,
      anon_sym_a,
    ACTIONS(106), 1,
      anon_sym_s,
    ACTIONS(104), 5,
      anon_sym_ms,
      anon_sym_us,
      anon_sym_s2,
      anon_sym_min,
      anon_sym_h,
    ACTIONS(100), 26,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_,
      anon_sym_fails,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_under,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
      sym_percentile,
  [294] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(110), 1,
      anon_sym_a,
    ACTIONS(108), 31,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_,
      anon_sym_fails,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_from,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_under,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
      sym_percentile,
  [334] = 12,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(116), 1,
      anon_sym_beyond,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    STATE(30), 1,
      sym_share,
    STATE(87), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(88), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(112), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [388] = 12,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(128), 1,
      anon_sym_beyond,
    STATE(28), 1,
      sym_share,
    STATE(136), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(69), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(126), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [442] = 12,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(132), 1,
      anon_sym_beyond,
    STATE(38), 1,
      sym_share,
    STATE(92), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(93), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(130), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [496] = 12,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(136), 1,
      anon_sym_beyond,
    STATE(34), 1,
      sym_share,
    STATE(77), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(78), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(134), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [550] = 12,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(140), 1,
      anon_sym_beyond,
    STATE(42), 1,
      sym_share,
    STATE(107), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(108), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(138), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [604] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    STATE(35), 1,
      sym_share,
    STATE(84), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(85), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(142), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [655] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    STATE(44), 1,
      sym_share,
    STATE(96), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(97), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(144), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [706] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    STATE(48), 1,
      sym_share,
    STATE(104), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(105), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(146), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [757] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    STATE(43), 1,
      sym_share,
    STATE(113), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(114), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(148), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [808] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(114), 1,
      anon_sym_at,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    ACTIONS(124), 1,
      sym_number,
    STATE(45), 1,
      sym_share,
    STATE(124), 1,
      sym_under,
    STATE(154), 1,
      sym_quantity,
    STATE(125), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(150), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [859] = 15,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(152), 1,
      anon_sym_SEMI,
    ACTIONS(154), 1,
      anon_sym_RBRACE,
    ACTIONS(156), 1,
      anon_sym_on,
    ACTIONS(158), 1,
      anon_sym_choose,
    ACTIONS(160), 1,
      anon_sym_replicate,
    ACTIONS(162), 1,
      anon_sym_merge,
    ACTIONS(164), 1,
      anon_sym_like,
    ACTIONS(166), 1,
      anon_sym_detect,
    ACTIONS(168), 1,
      anon_sym_rejoin,
    ACTIONS(170), 1,
      anon_sym_membership,
    ACTIONS(172), 1,
      anon_sym_requires,
    ACTIONS(174), 1,
      anon_sym_from,
    ACTIONS(176), 1,
      anon_sym_else,
    STATE(23), 12,
      sym_choose,
      sym_replicate,
      sym_on_partition,
      sym_merge,
      sym_like,
      sym_detect,
      sym_rejoin,
      sym_membership,
      sym_requires,
      sym_from,
      sym_else,
      aux_sym_store_repeat2,
  [916] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(180), 1,
      sym_identifier,
    ACTIONS(186), 1,
      sym_string,
    ACTIONS(188), 1,
      sym_number,
    STATE(68), 1,
      sym_count,
    ACTIONS(178), 2,
      ts_builtin_sym_end,
      anon_sym_SEMI,
    STATE(24), 2,
      sym__unit,
      sym__name,
    ACTIONS(184), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
    ACTIONS(182), 14,
      anon_sym_include,
      anon_sym_router,
      anon_sym_client,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [961] = 15,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(156), 1,
      anon_sym_on,
    ACTIONS(158), 1,
      anon_sym_choose,
    ACTIONS(160), 1,
      anon_sym_replicate,
    ACTIONS(162), 1,
      anon_sym_merge,
    ACTIONS(164), 1,
      anon_sym_like,
    ACTIONS(166), 1,
      anon_sym_detect,
    ACTIONS(168), 1,
      anon_sym_rejoin,
    ACTIONS(170), 1,
      anon_sym_membership,
    ACTIONS(172), 1,
      anon_sym_requires,
    ACTIONS(174), 1,
      anon_sym_from,
    ACTIONS(176), 1,
      anon_sym_else,
    ACTIONS(190), 1,
      anon_sym_SEMI,
    ACTIONS(192), 1,
      anon_sym_RBRACE,
    STATE(21), 12,
      sym_choose,
      sym_replicate,
      sym_on_partition,
      sym_merge,
      sym_like,
      sym_detect,
      sym_rejoin,
      sym_membership,
      sym_requires,
      sym_from,
      sym_else,
      aux_sym_store_repeat2,
  [1018] = 15,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(154), 1,
      anon_sym_RBRACE,
    ACTIONS(156), 1,
      anon_sym_on,
    ACTIONS(158), 1,
      anon_sym_choose,
    ACTIONS(160), 1,
      anon_sym_replicate,
    ACTIONS(162), 1,
      anon_sym_merge,
    ACTIONS(164), 1,
      anon_sym_like,
    ACTIONS(166), 1,
      anon_sym_detect,
    ACTIONS(168), 1,
      anon_sym_rejoin,
    ACTIONS(170), 1,
      anon_sym_membership,
    ACTIONS(172), 1,
      anon_sym_requires,
    ACTIONS(174), 1,
      anon_sym_from,
    ACTIONS(176), 1,
      anon_sym_else,
    ACTIONS(194), 1,
      anon_sym_SEMI,
    STATE(22), 12,
      sym_choose,
      sym_replicate,
      sym_on_partition,
      sym_merge,
      sym_like,
      sym_detect,
      sym_rejoin,
      sym_membership,
      sym_requires,
      sym_from,
      sym_else,
      aux_sym_store_repeat2,
  [1075] = 15,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(196), 1,
      anon_sym_SEMI,
    ACTIONS(199), 1,
      anon_sym_RBRACE,
    ACTIONS(201), 1,
      anon_sym_on,
    ACTIONS(204), 1,
      anon_sym_choose,
    ACTIONS(207), 1,
      anon_sym_replicate,
    ACTIONS(210), 1,
      anon_sym_merge,
    ACTIONS(213), 1,
      anon_sym_like,
    ACTIONS(216), 1,
      anon_sym_detect,
    ACTIONS(219), 1,
      anon_sym_rejoin,
    ACTIONS(222), 1,
      anon_sym_membership,
    ACTIONS(225), 1,
      anon_sym_requires,
    ACTIONS(228), 1,
      anon_sym_from,
    ACTIONS(231), 1,
      anon_sym_else,
    STATE(22), 12,
      sym_choose,
      sym_replicate,
      sym_on_partition,
      sym_merge,
      sym_like,
      sym_detect,
      sym_rejoin,
      sym_membership,
      sym_requires,
      sym_from,
      sym_else,
      aux_sym_store_repeat2,
  [1132] = 15,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(156), 1,
      anon_sym_on,
    ACTIONS(158), 1,
      anon_sym_choose,
    ACTIONS(160), 1,
      anon_sym_replicate,
    ACTIONS(162), 1,
      anon_sym_merge,
    ACTIONS(164), 1,
      anon_sym_like,
    ACTIONS(166), 1,
      anon_sym_detect,
    ACTIONS(168), 1,
      anon_sym_rejoin,
    ACTIONS(170), 1,
      anon_sym_membership,
    ACTIONS(172), 1,
      anon_sym_requires,
    ACTIONS(174), 1,
      anon_sym_from,
    ACTIONS(176), 1,
      anon_sym_else,
    ACTIONS(194), 1,
      anon_sym_SEMI,
    ACTIONS(234), 1,
      anon_sym_RBRACE,
    STATE(22), 12,
      sym_choose,
      sym_replicate,
      sym_on_partition,
      sym_merge,
      sym_like,
      sym_detect,
      sym_rejoin,
      sym_membership,
      sym_requires,
      sym_from,
      sym_else,
      aux_sym_store_repeat2,
  [1189] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(238), 1,
      sym_identifier,
    ACTIONS(244), 1,
      sym_string,
    STATE(143), 2,
      sym__unit,
      sym__name,
    ACTIONS(236), 3,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_COMMA,
    ACTIONS(242), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
    ACTIONS(240), 14,
      anon_sym_include,
      anon_sym_router,
      anon_sym_client,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [1229] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(246), 24,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_RBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_from,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1259] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(250), 1,
      sym_identifier,
    ACTIONS(254), 1,
      sym_string,
    STATE(146), 2,
      sym__unit,
      sym__name,
    ACTIONS(242), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
    ACTIONS(248), 3,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_COMMA,
    ACTIONS(252), 14,
      anon_sym_include,
      anon_sym_router,
      anon_sym_client,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [1299] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(256), 1,
      sym_identifier,
    ACTIONS(258), 1,
      sym_string,
    ACTIONS(260), 1,
      sym_number,
    STATE(169), 1,
      sym_count,
    ACTIONS(178), 2,
      ts_builtin_sym_end,
      anon_sym_SEMI,
    STATE(66), 2,
      sym__unit,
      sym__name,
    ACTIONS(184), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
    ACTIONS(182), 12,
      anon_sym_include,
      anon_sym_router,
      anon_sym_client,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1342] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(80), 1,
      sym_under,
    STATE(81), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(262), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1381] = 8,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(2), 1,
      aux_sym_node_repeat1,
    STATE(56), 1,
      sym_quantity,
    STATE(196), 1,
      sym_fails,
    ACTIONS(264), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1422] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(71), 1,
      sym_under,
    STATE(72), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(270), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1461] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(79), 1,
      sym_under,
    STATE(83), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(272), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1500] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(276), 1,
      anon_sym_level,
    ACTIONS(278), 1,
      anon_sym_needs,
    STATE(52), 4,
      sym__demand,
      sym_level,
      sym_needs,
      aux_sym_operation_repeat1,
    ACTIONS(274), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1535] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(90), 1,
      sym_under,
    STATE(91), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(280), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1574] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(94), 1,
      sym_under,
    STATE(95), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(282), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1613] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(98), 1,
      sym_under,
    STATE(99), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(284), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1652] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(276), 1,
      anon_sym_level,
    ACTIONS(278), 1,
      anon_sym_needs,
    STATE(32), 4,
      sym__demand,
      sym_level,
      sym_needs,
      aux_sym_operation_repeat1,
    ACTIONS(286), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1687] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(290), 1,
      anon_sym_through,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(288), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1722] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(102), 1,
      sym_under,
    STATE(103), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(292), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1761] = 8,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(29), 1,
      aux_sym_node_repeat1,
    STATE(62), 1,
      sym_quantity,
    STATE(215), 1,
      sym_fails,
    ACTIONS(294), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1802] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(106), 1,
      sym_under,
    STATE(101), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(296), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1841] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(298), 23,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_RBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_from,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1870] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(118), 1,
      sym_under,
    STATE(119), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(300), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1909] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(121), 1,
      sym_under,
    STATE(122), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(302), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1948] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(109), 1,
      sym_under,
    STATE(110), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(304), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [1987] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(127), 1,
      sym_under,
    STATE(128), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(306), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2026] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(310), 1,
      anon_sym_through,
    STATE(37), 1,
      aux_sym_node_repeat1,
    ACTIONS(308), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2061] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(132), 1,
      sym_under,
    STATE(133), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(312), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2100] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(115), 1,
      sym_under,
    STATE(116), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(314), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2139] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(318), 1,
      anon_sym_COMMA,
    STATE(137), 1,
      sym_quantity,
    STATE(138), 1,
      aux_sym_needs_repeat1,
    ACTIONS(316), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2176] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(100), 5,
      anon_sym_SEMI,
      anon_sym_COMMA,
      anon_sym_RBRACE,
      sym_string,
      sym_number,
    ACTIONS(320), 6,
      anon_sym_ms,
      anon_sym_s,
      anon_sym_us,
      anon_sym_s2,
      anon_sym_min,
      anon_sym_h,
    ACTIONS(102), 12,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
      sym_identifier,
  [2209] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      anon_sym_under,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(74), 1,
      sym_under,
    STATE(75), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(322), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2248] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(326), 1,
      anon_sym_level,
    ACTIONS(329), 1,
      anon_sym_needs,
    STATE(52), 4,
      sym__demand,
      sym_level,
      sym_needs,
      aux_sym_operation_repeat1,
    ACTIONS(324), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2283] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(332), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2315] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(336), 1,
      anon_sym_in,
    ACTIONS(338), 1,
      anon_sym_at,
    ACTIONS(340), 1,
      anon_sym_via,
    STATE(65), 1,
      aux_sym_node_repeat1,
    ACTIONS(334), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2353] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(64), 1,
      aux_sym_node_repeat1,
    ACTIONS(332), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2385] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(177), 1,
      sym_spread,
    STATE(217), 1,
      sym_fails,
    ACTIONS(344), 2,
      anon_sym_,
      sym_percentile,
    ACTIONS(342), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2421] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(163), 1,
      sym_spread,
    STATE(213), 1,
      sym_fails,
    ACTIONS(344), 2,
      anon_sym_,
      sym_percentile,
    ACTIONS(346), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2457] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(250), 1,
      sym_identifier,
    ACTIONS(254), 1,
      sym_string,
    STATE(146), 2,
      sym__unit,
      sym__name,
    ACTIONS(242), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
    ACTIONS(248), 3,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_COMMA,
    ACTIONS(252), 12,
      anon_sym_include,
      anon_sym_router,
      anon_sym_client,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2495] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(53), 1,
      aux_sym_node_repeat1,
    ACTIONS(348), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2527] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(350), 4,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_COMMA,
      sym_string,
    ACTIONS(352), 18,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
      sym_identifier,
  [2557] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(167), 1,
      sym_spread,
    STATE(227), 1,
      sym_fails,
    ACTIONS(344), 2,
      anon_sym_,
      sym_percentile,
    ACTIONS(354), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2593] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(178), 1,
      sym_spread,
    STATE(196), 1,
      sym_fails,
    ACTIONS(344), 2,
      anon_sym_,
      sym_percentile,
    ACTIONS(264), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2629] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    STATE(25), 1,
      sym_quantity,
    ACTIONS(356), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2661] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(358), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2693] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(362), 1,
      anon_sym_in,
    ACTIONS(364), 1,
      anon_sym_at,
    ACTIONS(366), 1,
      anon_sym_via,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(360), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2731] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(238), 1,
      sym_identifier,
    ACTIONS(244), 1,
      sym_string,
    STATE(143), 2,
      sym__unit,
      sym__name,
    ACTIONS(236), 3,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_COMMA,
    ACTIONS(242), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
    ACTIONS(240), 12,
      anon_sym_include,
      anon_sym_router,
      anon_sym_client,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2769] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(368), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2802] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(372), 1,
      anon_sym_COMMA,
    STATE(134), 1,
      aux_sym_explore_repeat1,
    ACTIONS(370), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [2833] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(262), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2866] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(129), 1,
      aux_sym_node_repeat1,
    STATE(187), 1,
      sym_fails,
    ACTIONS(374), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2901] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(85), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(142), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2934] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(142), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [2967] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(61), 1,
      sym_quantity,
    STATE(199), 1,
      sym_fails,
    ACTIONS(376), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3002] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(91), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(280), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3035] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(280), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3068] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(380), 1,
      sym_percentile,
    ACTIONS(378), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_under,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [3097] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(95), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(282), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3130] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(282), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3163] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(133), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(312), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3196] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(97), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(144), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3229] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(144), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3262] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(384), 1,
      anon_sym_a,
    ACTIONS(382), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_under,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [3291] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(312), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3324] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(99), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(284), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3357] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(284), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3390] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(386), 1,
      sym_identifier,
    ACTIONS(390), 1,
      anon_sym_COMMA,
    ACTIONS(394), 1,
      sym_string,
    ACTIONS(396), 1,
      sym_number,
    STATE(191), 1,
      sym__name,
    ACTIONS(388), 2,
      anon_sym_SEMI,
      anon_sym_RBRACE,
    STATE(100), 3,
      sym_argument,
      sym_quantity,
      aux_sym_replicate_repeat1,
    ACTIONS(392), 11,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [3431] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(72), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(270), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3464] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(270), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3497] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(400), 1,
      sym_identifier,
    ACTIONS(404), 1,
      anon_sym_until,
    ACTIONS(406), 1,
      sym_string,
    STATE(190), 1,
      sym__name,
    ACTIONS(398), 2,
      ts_builtin_sym_end,
      anon_sym_SEMI,
    ACTIONS(402), 15,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3534] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(101), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(296), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3567] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(296), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3600] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(103), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(292), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3633] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(292), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3666] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(105), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(146), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3699] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(146), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3732] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(110), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(304), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3765] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(304), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3798] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(111), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(408), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3831] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(408), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3864] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(386), 1,
      sym_identifier,
    ACTIONS(394), 1,
      sym_string,
    ACTIONS(396), 1,
      sym_number,
    ACTIONS(412), 1,
      anon_sym_COMMA,
    STATE(191), 1,
      sym__name,
    ACTIONS(410), 2,
      anon_sym_SEMI,
      anon_sym_RBRACE,
    STATE(112), 3,
      sym_argument,
      sym_quantity,
      aux_sym_replicate_repeat1,
    ACTIONS(414), 11,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [3905] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(416), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3938] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(114), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(148), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [3971] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(148), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4004] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(116), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(314), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4037] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(314), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4070] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(117), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(416), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4103] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(119), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(300), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4136] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(300), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4169] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(120), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(418), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4202] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(418), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4235] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(420), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4268] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(422), 1,
      sym_identifier,
    ACTIONS(427), 1,
      anon_sym_COMMA,
    ACTIONS(432), 1,
      sym_string,
    ACTIONS(435), 1,
      sym_number,
    STATE(191), 1,
      sym__name,
    ACTIONS(425), 2,
      anon_sym_SEMI,
      anon_sym_RBRACE,
    STATE(112), 3,
      sym_argument,
      sym_quantity,
      aux_sym_replicate_repeat1,
    ACTIONS(430), 11,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [4309] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(122), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(302), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4342] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(302), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4375] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(123), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(438), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4408] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(438), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4441] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(440), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4474] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(125), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(150), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4507] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(150), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4540] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(442), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4573] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(126), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(444), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4606] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(444), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4639] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(446), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4672] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(128), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(306), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4705] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(306), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4738] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(448), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4771] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(67), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(450), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4804] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(450), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4837] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(2), 1,
      aux_sym_node_repeat1,
    STATE(188), 1,
      sym_fails,
    ACTIONS(452), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4872] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(57), 1,
      sym_quantity,
    STATE(214), 1,
      sym_fails,
    ACTIONS(454), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4907] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    STATE(41), 1,
      sym_quantity,
    ACTIONS(456), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4938] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(75), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(322), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [4971] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(322), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5004] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(372), 1,
      anon_sym_COMMA,
    STATE(135), 1,
      aux_sym_explore_repeat1,
    ACTIONS(458), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5035] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(462), 1,
      anon_sym_COMMA,
    STATE(135), 1,
      aux_sym_explore_repeat1,
    ACTIONS(460), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5066] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(120), 1,
      anon_sym_while,
    ACTIONS(122), 1,
      anon_sym_once,
    STATE(81), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(262), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5099] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(318), 1,
      anon_sym_COMMA,
    STATE(139), 1,
      aux_sym_needs_repeat1,
    ACTIONS(465), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5130] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(318), 1,
      anon_sym_COMMA,
    STATE(140), 1,
      aux_sym_needs_repeat1,
    ACTIONS(467), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5161] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(318), 1,
      anon_sym_COMMA,
    STATE(140), 1,
      aux_sym_needs_repeat1,
    ACTIONS(469), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5192] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(473), 1,
      anon_sym_COMMA,
    STATE(140), 1,
      aux_sym_needs_repeat1,
    ACTIONS(471), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_level,
      anon_sym_needs,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5223] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(478), 1,
      anon_sym_while,
    ACTIONS(481), 1,
      anon_sym_once,
    STATE(141), 2,
      sym_phase,
      aux_sym_expect_repeat1,
    ACTIONS(476), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5256] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(484), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_under,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5282] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(248), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5308] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(486), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_under,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5334] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(490), 1,
      anon_sym_of,
    ACTIONS(488), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5362] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(492), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5388] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(460), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5414] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(496), 1,
      anon_sym_COMMA,
    ACTIONS(498), 1,
      anon_sym_LBRACE,
    STATE(151), 1,
      aux_sym_store_repeat1,
    ACTIONS(494), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5446] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(496), 1,
      anon_sym_COMMA,
    ACTIONS(502), 1,
      anon_sym_LBRACE,
    STATE(148), 1,
      aux_sym_store_repeat1,
    ACTIONS(500), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5478] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(506), 1,
      anon_sym_LBRACE,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(504), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5510] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(510), 1,
      anon_sym_COMMA,
    STATE(151), 1,
      aux_sym_store_repeat1,
    ACTIONS(508), 18,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5540] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(515), 1,
      anon_sym_LBRACE,
    STATE(150), 1,
      aux_sym_node_repeat1,
    ACTIONS(513), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5572] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(350), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5598] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(517), 20,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_under,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5624] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(519), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5649] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(218), 1,
      sym_fails,
    ACTIONS(521), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5678] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(523), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5703] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(525), 1,
      anon_sym_COMMA,
    STATE(158), 1,
      aux_sym_explore_repeat1,
    ACTIONS(460), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5732] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(175), 1,
      aux_sym_node_repeat1,
    ACTIONS(528), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5761] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(530), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5790] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(532), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_while,
      anon_sym_once,
      anon_sym_accept,
      anon_sym_explore,
  [5815] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(534), 1,
      anon_sym_COMMA,
    STATE(158), 1,
      aux_sym_explore_repeat1,
    ACTIONS(458), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5844] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(200), 1,
      sym_fails,
    ACTIONS(536), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5873] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(201), 1,
      sym_fails,
    ACTIONS(538), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5902] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(540), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5931] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(542), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5960] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(219), 1,
      sym_fails,
    ACTIONS(544), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [5989] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(220), 1,
      sym_fails,
    ACTIONS(546), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6018] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(534), 1,
      anon_sym_COMMA,
    STATE(162), 1,
      aux_sym_explore_repeat1,
    ACTIONS(370), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6047] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(508), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6072] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(160), 1,
      aux_sym_node_repeat1,
    ACTIONS(548), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6101] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(165), 1,
      aux_sym_node_repeat1,
    ACTIONS(530), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6130] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(534), 1,
      anon_sym_COMMA,
    STATE(186), 1,
      aux_sym_explore_repeat1,
    ACTIONS(550), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6159] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(552), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6188] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(554), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6217] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(556), 6,
      anon_sym_ms,
      anon_sym_s,
      anon_sym_us,
      anon_sym_s2,
      anon_sym_min,
      anon_sym_h,
    ACTIONS(100), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [6244] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(205), 1,
      sym_fails,
    ACTIONS(558), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6273] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(217), 1,
      sym_fails,
    ACTIONS(342), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6302] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(166), 1,
      aux_sym_node_repeat1,
    ACTIONS(560), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6331] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(562), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6356] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(210), 1,
      sym_fails,
    ACTIONS(564), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6385] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(268), 1,
      anon_sym_fails,
    STATE(209), 1,
      sym_fails,
    ACTIONS(566), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6414] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(568), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6439] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(174), 1,
      aux_sym_node_repeat1,
    ACTIONS(570), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6468] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(488), 19,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_zone,
      anon_sym_LBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6493] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(534), 1,
      anon_sym_COMMA,
    STATE(158), 1,
      aux_sym_explore_repeat1,
    ACTIONS(572), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6522] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(452), 18,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_RBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6546] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(574), 18,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_RBRACE,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6570] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(578), 1,
      anon_sym_via,
    ACTIONS(576), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6596] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(582), 1,
      anon_sym_until,
    ACTIONS(580), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6622] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(588), 1,
      anon_sym_EQ,
    ACTIONS(586), 5,
      anon_sym_SEMI,
      anon_sym_COMMA,
      anon_sym_RBRACE,
      sym_string,
      sym_number,
    ACTIONS(584), 12,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
      sym_identifier,
  [6650] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(592), 1,
      anon_sym_via,
    ACTIONS(590), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6676] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(594), 18,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_fails,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6700] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(596), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6723] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(274), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6746] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(342), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6769] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(598), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6792] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(600), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6815] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(354), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6838] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(602), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6861] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(566), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6884] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(550), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6907] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(604), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6930] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(606), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6953] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(608), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6976] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(610), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [6999] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(612), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7022] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(614), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7045] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(546), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7068] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(538), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7091] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(616), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7114] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(618), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7137] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(536), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7160] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(346), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7183] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(264), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7206] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(620), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7229] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(558), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7252] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(564), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7275] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(622), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7298] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(624), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7321] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(626), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7344] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(630), 5,
      anon_sym_SEMI,
      anon_sym_COMMA,
      anon_sym_RBRACE,
      sym_string,
      sym_number,
    ACTIONS(628), 12,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
      sym_identifier,
  [7369] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(286), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7392] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(108), 5,
      anon_sym_SEMI,
      anon_sym_COMMA,
      anon_sym_RBRACE,
      sym_string,
      sym_number,
    ACTIONS(110), 12,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
      sym_identifier,
  [7417] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(632), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7440] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(634), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7463] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(544), 17,
      ts_builtin_sym_end,
      anon_sym_SEMI,
      anon_sym_include,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_router,
      anon_sym_client,
      anon_sym_link,
      anon_sym_mesh,
      anon_sym_risk,
      anon_sym_store,
      anon_sym_partition,
      anon_sym_service,
      anon_sym_operation,
      anon_sym_expect,
      anon_sym_accept,
      anon_sym_explore,
  [7486] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(104), 6,
      anon_sym_ms,
      anon_sym_s,
      anon_sym_us,
      anon_sym_s2,
      anon_sym_min,
      anon_sym_h,
    ACTIONS(100), 10,
      anon_sym_SEMI,
      anon_sym_node,
      anon_sym_COMMA,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
  [7510] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(638), 1,
      sym_number,
    STATE(240), 1,
      sym_quantity,
    ACTIONS(636), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7535] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(640), 1,
      sym_identifier,
    ACTIONS(642), 1,
      anon_sym_SEMI,
    ACTIONS(644), 1,
      anon_sym_RBRACE,
    ACTIONS(646), 1,
      anon_sym_cut,
    ACTIONS(648), 1,
      anon_sym_isolate,
    ACTIONS(650), 1,
      anon_sym_down,
    ACTIONS(652), 1,
      anon_sym_destroy,
    ACTIONS(654), 1,
      sym_string,
    STATE(305), 1,
      sym__name,
    STATE(233), 6,
      sym_groups,
      sym_cut,
      sym_isolate,
      sym_down,
      sym_destroy,
      aux_sym_partition_repeat1,
  [7574] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(2), 1,
      aux_sym_node_repeat1,
    ACTIONS(656), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7599] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    STATE(231), 1,
      aux_sym_node_repeat1,
    ACTIONS(658), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7624] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(640), 1,
      sym_identifier,
    ACTIONS(646), 1,
      anon_sym_cut,
    ACTIONS(648), 1,
      anon_sym_isolate,
    ACTIONS(650), 1,
      anon_sym_down,
    ACTIONS(652), 1,
      anon_sym_destroy,
    ACTIONS(654), 1,
      sym_string,
    ACTIONS(660), 1,
      anon_sym_SEMI,
    ACTIONS(662), 1,
      anon_sym_RBRACE,
    STATE(305), 1,
      sym__name,
    STATE(234), 6,
      sym_groups,
      sym_cut,
      sym_isolate,
      sym_down,
      sym_destroy,
      aux_sym_partition_repeat1,
  [7663] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(664), 1,
      sym_identifier,
    ACTIONS(667), 1,
      anon_sym_SEMI,
    ACTIONS(670), 1,
      anon_sym_RBRACE,
    ACTIONS(672), 1,
      anon_sym_cut,
    ACTIONS(675), 1,
      anon_sym_isolate,
    ACTIONS(678), 1,
      anon_sym_down,
    ACTIONS(681), 1,
      anon_sym_destroy,
    ACTIONS(684), 1,
      sym_string,
    STATE(305), 1,
      sym__name,
    STATE(234), 6,
      sym_groups,
      sym_cut,
      sym_isolate,
      sym_down,
      sym_destroy,
      aux_sym_partition_repeat1,
  [7702] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(689), 1,
      anon_sym_bounded,
    ACTIONS(687), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7724] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(691), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7743] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(693), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7762] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(695), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7781] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(697), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7800] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(699), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7819] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(701), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7838] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(703), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7857] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(705), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7876] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(707), 1,
      anon_sym_COMMA,
    STATE(244), 1,
      aux_sym_node_repeat1,
    ACTIONS(39), 4,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_PIPE,
      sym_string,
    ACTIONS(44), 7,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      anon_sym_never,
      anon_sym_within,
      sym_identifier,
  [7901] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(710), 13,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_on,
      anon_sym_choose,
      anon_sym_replicate,
      anon_sym_merge,
      anon_sym_like,
      anon_sym_detect,
      anon_sym_rejoin,
      anon_sym_membership,
      anon_sym_requires,
      anon_sym_from,
      anon_sym_else,
  [7920] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(39), 5,
      anon_sym_SEMI,
      anon_sym_COMMA,
      anon_sym_RBRACE,
      anon_sym_PIPE,
      sym_string,
    ACTIONS(44), 7,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      anon_sym_never,
      anon_sym_within,
      sym_identifier,
  [7940] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(712), 1,
      anon_sym_level,
    ACTIONS(715), 1,
      anon_sym_needs,
    STATE(247), 4,
      sym__demand,
      sym_level,
      sym_needs,
      aux_sym_operation_repeat1,
    ACTIONS(324), 5,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
  [7963] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(722), 1,
      anon_sym_COMMA,
    STATE(256), 1,
      aux_sym_node_repeat1,
    ACTIONS(720), 4,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_PIPE,
      sym_string,
    ACTIONS(718), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [7986] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(256), 1,
      sym_identifier,
    ACTIONS(258), 1,
      sym_string,
    ACTIONS(260), 1,
      sym_number,
    ACTIONS(724), 1,
      anon_sym_any,
    STATE(173), 1,
      sym_count,
    STATE(202), 1,
      sym_family,
    STATE(66), 2,
      sym__unit,
      sym__name,
    ACTIONS(184), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
  [8017] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(728), 1,
      anon_sym_level,
    ACTIONS(730), 1,
      anon_sym_needs,
    STATE(247), 4,
      sym__demand,
      sym_level,
      sym_needs,
      aux_sym_operation_repeat1,
    ACTIONS(726), 5,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
  [8040] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(732), 1,
      anon_sym_COMMA,
    STATE(251), 1,
      aux_sym_node_repeat1,
    ACTIONS(39), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(44), 6,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroyed,
      anon_sym_destroy,
      sym_identifier,
  [8063] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(739), 1,
      anon_sym_COMMA,
    ACTIONS(741), 1,
      anon_sym_destroyed,
    STATE(251), 1,
      aux_sym_node_repeat1,
    ACTIONS(737), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(735), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8088] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(739), 1,
      anon_sym_COMMA,
    ACTIONS(747), 1,
      anon_sym_destroyed,
    STATE(252), 1,
      aux_sym_node_repeat1,
    ACTIONS(745), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(743), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8113] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(728), 1,
      anon_sym_level,
    ACTIONS(730), 1,
      anon_sym_needs,
    STATE(250), 4,
      sym__demand,
      sym_level,
      sym_needs,
      aux_sym_operation_repeat1,
    ACTIONS(749), 5,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
  [8136] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(751), 1,
      anon_sym_COMMA,
    ACTIONS(753), 1,
      sym_number,
    STATE(267), 1,
      sym_quantity,
    STATE(268), 1,
      aux_sym_needs_repeat1,
    ACTIONS(316), 7,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
  [8161] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(722), 1,
      anon_sym_COMMA,
    STATE(244), 1,
      aux_sym_node_repeat1,
    ACTIONS(757), 4,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_PIPE,
      sym_string,
    ACTIONS(755), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8184] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(722), 1,
      anon_sym_COMMA,
    STATE(244), 1,
      aux_sym_node_repeat1,
    ACTIONS(761), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(759), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8206] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(753), 1,
      sym_number,
    STATE(25), 1,
      sym_quantity,
    ACTIONS(356), 8,
      anon_sym_SEMI,
      anon_sym_COMMA,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
  [8226] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(763), 1,
      anon_sym_PIPE,
    STATE(259), 1,
      aux_sym_groups_repeat1,
    ACTIONS(720), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(718), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8248] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(770), 1,
      anon_sym_PIPE,
    STATE(259), 1,
      aux_sym_groups_repeat1,
    ACTIONS(768), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(766), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8270] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(722), 1,
      anon_sym_COMMA,
    STATE(266), 1,
      aux_sym_node_repeat1,
    ACTIONS(774), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(772), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8292] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(770), 1,
      anon_sym_PIPE,
    STATE(259), 1,
      aux_sym_groups_repeat1,
    ACTIONS(778), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(776), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8314] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(722), 1,
      anon_sym_COMMA,
    STATE(257), 1,
      aux_sym_node_repeat1,
    ACTIONS(782), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(780), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8336] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(788), 2,
      anon_sym_DASH_DASH,
      anon_sym_DASH_GT,
    ACTIONS(786), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(784), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8356] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(39), 4,
      anon_sym_SEMI,
      anon_sym_COMMA,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(44), 6,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroyed,
      anon_sym_destroy,
      sym_identifier,
  [8374] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(722), 1,
      anon_sym_COMMA,
    STATE(244), 1,
      aux_sym_node_repeat1,
    ACTIONS(792), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(790), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8396] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(751), 1,
      anon_sym_COMMA,
    STATE(269), 1,
      aux_sym_needs_repeat1,
    ACTIONS(465), 7,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
  [8415] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(751), 1,
      anon_sym_COMMA,
    STATE(270), 1,
      aux_sym_needs_repeat1,
    ACTIONS(467), 7,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
  [8434] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(751), 1,
      anon_sym_COMMA,
    STATE(270), 1,
      aux_sym_needs_repeat1,
    ACTIONS(469), 7,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
  [8453] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(794), 1,
      anon_sym_COMMA,
    STATE(270), 1,
      aux_sym_needs_repeat1,
    ACTIONS(471), 7,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
  [8472] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(753), 1,
      sym_number,
    STATE(41), 1,
      sym_quantity,
    ACTIONS(456), 7,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      anon_sym_from,
      anon_sym_read,
      anon_sym_write,
      anon_sym_level,
      anon_sym_needs,
  [8491] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(180), 1,
      sym_identifier,
    ACTIONS(186), 1,
      sym_string,
    ACTIONS(188), 1,
      sym_number,
    STATE(147), 1,
      sym_count,
    STATE(24), 2,
      sym__unit,
      sym__name,
    ACTIONS(184), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
  [8516] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(256), 1,
      sym_identifier,
    ACTIONS(258), 1,
      sym_string,
    ACTIONS(260), 1,
      sym_number,
    STATE(147), 1,
      sym_count,
    STATE(66), 2,
      sym__unit,
      sym__name,
    ACTIONS(184), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
  [8541] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(722), 1,
      anon_sym_COMMA,
    ACTIONS(797), 1,
      sym_identifier,
    ACTIONS(799), 1,
      anon_sym_never,
    ACTIONS(801), 1,
      anon_sym_within,
    ACTIONS(803), 1,
      sym_string,
    STATE(11), 1,
      sym__name,
    STATE(51), 1,
      sym_within,
    STATE(278), 1,
      aux_sym_node_repeat1,
  [8569] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(737), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(735), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8585] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(807), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(805), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8601] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(811), 3,
      anon_sym_SEMI,
      anon_sym_RBRACE,
      sym_string,
    ACTIONS(809), 5,
      anon_sym_cut,
      anon_sym_isolate,
      anon_sym_down,
      anon_sym_destroy,
      sym_identifier,
  [8617] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(722), 1,
      anon_sym_COMMA,
    ACTIONS(801), 1,
      anon_sym_within,
    ACTIONS(813), 1,
      sym_identifier,
    ACTIONS(815), 1,
      anon_sym_never,
    ACTIONS(817), 1,
      sym_string,
    STATE(10), 1,
      sym__name,
    STATE(33), 1,
      sym_within,
    STATE(244), 1,
      aux_sym_node_repeat1,
  [8645] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(819), 1,
      sym_identifier,
    ACTIONS(821), 1,
      sym_string,
    STATE(58), 2,
      sym__unit,
      sym__name,
    ACTIONS(184), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
  [8664] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(823), 1,
      anon_sym_fails,
    STATE(187), 1,
      sym_fails,
    STATE(282), 1,
      aux_sym_node_repeat1,
    ACTIONS(374), 3,
      anon_sym_SEMI,
      anon_sym_node,
      anon_sym_RBRACE,
  [8685] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(825), 1,
      sym_identifier,
    ACTIONS(827), 1,
      sym_string,
    STATE(26), 2,
      sym__unit,
      sym__name,
    ACTIONS(184), 3,
      anon_sym_node,
      anon_sym_zone,
      anon_sym_link,
  [8704] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(823), 1,
      anon_sym_fails,
    STATE(2), 1,
      aux_sym_node_repeat1,
    STATE(188), 1,
      sym_fails,
    ACTIONS(452), 3,
      anon_sym_SEMI,
      anon_sym_node,
      anon_sym_RBRACE,
  [8725] = 8,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(801), 1,
      anon_sym_within,
    ACTIONS(829), 1,
      sym_identifier,
    ACTIONS(831), 1,
      anon_sym_from,
    ACTIONS(833), 1,
      anon_sym_never,
    ACTIONS(835), 1,
      sym_string,
    STATE(8), 1,
      sym__name,
    STATE(31), 1,
      sym_within,
  [8750] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(837), 1,
      anon_sym_SEMI,
    ACTIONS(839), 1,
      anon_sym_RBRACE,
    ACTIONS(841), 2,
      anon_sym_read,
      anon_sym_write,
    STATE(288), 2,
      sym_step,
      aux_sym_operation_repeat2,
  [8768] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(843), 1,
      sym_identifier,
    ACTIONS(845), 1,
      anon_sym_witness,
    ACTIONS(847), 1,
      anon_sym_observer,
    ACTIONS(849), 1,
      sym_string,
    STATE(149), 2,
      sym__member,
      sym__name,
  [8788] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(845), 1,
      anon_sym_witness,
    ACTIONS(847), 1,
      anon_sym_observer,
    ACTIONS(851), 1,
      sym_identifier,
    ACTIONS(853), 1,
      sym_string,
    STATE(170), 2,
      sym__member,
      sym__name,
  [8808] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(855), 1,
      sym_identifier,
    ACTIONS(857), 1,
      anon_sym_no,
    ACTIONS(859), 1,
      anon_sym_any,
    ACTIONS(861), 1,
      sym_string,
    STATE(157), 2,
      sym_family,
      sym__name,
  [8828] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(863), 1,
      anon_sym_SEMI,
    ACTIONS(866), 1,
      anon_sym_RBRACE,
    ACTIONS(868), 2,
      anon_sym_read,
      anon_sym_write,
    STATE(288), 2,
      sym_step,
      aux_sym_operation_repeat2,
  [8846] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(871), 1,
      anon_sym_SEMI,
    ACTIONS(873), 1,
      anon_sym_RBRACE,
    ACTIONS(841), 2,
      anon_sym_read,
      anon_sym_write,
    STATE(284), 2,
      sym_step,
      aux_sym_operation_repeat2,
  [8864] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(801), 1,
      anon_sym_within,
    ACTIONS(875), 1,
      sym_identifier,
    ACTIONS(877), 1,
      sym_string,
    STATE(9), 1,
      sym__name,
    STATE(47), 1,
      sym_within,
  [8883] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(172), 1,
      anon_sym_requires,
    ACTIONS(879), 1,
      anon_sym_SEMI,
    ACTIONS(881), 1,
      anon_sym_RBRACE,
    STATE(294), 2,
      sym_requires,
      aux_sym_service_repeat1,
  [8900] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(801), 1,
      anon_sym_within,
    ACTIONS(883), 1,
      sym_identifier,
    ACTIONS(885), 1,
      sym_string,
    STATE(12), 1,
      sym__name,
    STATE(40), 1,
      sym_within,
  [8919] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(801), 1,
      anon_sym_within,
    ACTIONS(813), 1,
      sym_identifier,
    ACTIONS(817), 1,
      sym_string,
    STATE(10), 1,
      sym__name,
    STATE(33), 1,
      sym_within,
  [8938] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(887), 1,
      anon_sym_SEMI,
    ACTIONS(890), 1,
      anon_sym_RBRACE,
    ACTIONS(892), 1,
      anon_sym_requires,
    STATE(294), 2,
      sym_requires,
      aux_sym_service_repeat1,
  [8955] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(172), 1,
      anon_sym_requires,
    ACTIONS(895), 1,
      anon_sym_SEMI,
    ACTIONS(897), 1,
      anon_sym_RBRACE,
    STATE(300), 2,
      sym_requires,
      aux_sym_service_repeat1,
  [8972] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(172), 1,
      anon_sym_requires,
    ACTIONS(899), 1,
      anon_sym_SEMI,
    ACTIONS(901), 1,
      anon_sym_RBRACE,
    STATE(291), 2,
      sym_requires,
      aux_sym_service_repeat1,
  [8989] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(903), 1,
      anon_sym_SEMI,
    ACTIONS(905), 1,
      anon_sym_node,
    ACTIONS(907), 1,
      anon_sym_RBRACE,
    STATE(302), 2,
      sym_node,
      aux_sym_zone_repeat1,
  [9006] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(903), 1,
      anon_sym_SEMI,
    ACTIONS(905), 1,
      anon_sym_node,
    ACTIONS(909), 1,
      anon_sym_RBRACE,
    STATE(302), 2,
      sym_node,
      aux_sym_zone_repeat1,
  [9023] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(905), 1,
      anon_sym_node,
    ACTIONS(909), 1,
      anon_sym_RBRACE,
    ACTIONS(911), 1,
      anon_sym_SEMI,
    STATE(297), 2,
      sym_node,
      aux_sym_zone_repeat1,
  [9040] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(172), 1,
      anon_sym_requires,
    ACTIONS(879), 1,
      anon_sym_SEMI,
    ACTIONS(901), 1,
      anon_sym_RBRACE,
    STATE(294), 2,
      sym_requires,
      aux_sym_service_repeat1,
  [9057] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(905), 1,
      anon_sym_node,
    ACTIONS(913), 1,
      anon_sym_SEMI,
    ACTIONS(915), 1,
      anon_sym_RBRACE,
    STATE(298), 2,
      sym_node,
      aux_sym_zone_repeat1,
  [9074] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(917), 1,
      anon_sym_SEMI,
    ACTIONS(920), 1,
      anon_sym_node,
    ACTIONS(923), 1,
      anon_sym_RBRACE,
    STATE(302), 2,
      sym_node,
      aux_sym_zone_repeat1,
  [9091] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(770), 1,
      anon_sym_PIPE,
    STATE(2), 1,
      aux_sym_node_repeat1,
    STATE(260), 1,
      aux_sym_groups_repeat1,
  [9107] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(927), 1,
      anon_sym_RBRACE,
    STATE(306), 1,
      sym__name,
    ACTIONS(925), 2,
      sym_identifier,
      sym_string,
  [9121] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(266), 1,
      anon_sym_COMMA,
    ACTIONS(770), 1,
      anon_sym_PIPE,
    STATE(262), 1,
      aux_sym_groups_repeat1,
    STATE(303), 1,
      aux_sym_node_repeat1,
  [9137] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(929), 1,
      anon_sym_COMMA,
    ACTIONS(931), 1,
      anon_sym_RBRACE,
    ACTIONS(933), 1,
      anon_sym_DASH_DASH,
    STATE(332), 1,
      aux_sym_risk_repeat1,
  [9153] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(171), 1,
      sym__name,
    ACTIONS(935), 2,
      sym_identifier,
      sym_string,
  [9164] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(392), 1,
      sym__name,
    ACTIONS(937), 2,
      sym_identifier,
      sym_string,
  [9175] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(145), 1,
      sym__name,
    ACTIONS(939), 2,
      sym_identifier,
      sym_string,
  [9186] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(384), 1,
      sym__name,
    ACTIONS(941), 2,
      sym_identifier,
      sym_string,
  [9197] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(39), 1,
      sym__name,
    ACTIONS(943), 2,
      sym_identifier,
      sym_string,
  [9208] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(243), 1,
      sym__name,
    ACTIONS(945), 2,
      sym_identifier,
      sym_string,
  [9219] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(264), 1,
      sym__name,
    ACTIONS(947), 2,
      sym_identifier,
      sym_string,
  [9230] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(263), 1,
      sym__name,
    ACTIONS(949), 2,
      sym_identifier,
      sym_string,
  [9241] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(253), 1,
      sym__name,
    ACTIONS(951), 2,
      sym_identifier,
      sym_string,
  [9252] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(261), 1,
      sym__name,
    ACTIONS(953), 2,
      sym_identifier,
      sym_string,
  [9263] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(192), 1,
      sym__name,
    ACTIONS(955), 2,
      sym_identifier,
      sym_string,
  [9274] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(172), 1,
      sym__name,
    ACTIONS(957), 2,
      sym_identifier,
      sym_string,
  [9285] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(159), 1,
      sym__name,
    ACTIONS(959), 2,
      sym_identifier,
      sym_string,
  [9296] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(258), 1,
      sym__name,
    ACTIONS(961), 2,
      sym_identifier,
      sym_string,
  [9307] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(276), 1,
      sym__name,
    ACTIONS(963), 2,
      sym_identifier,
      sym_string,
  [9318] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(179), 1,
      sym__name,
    ACTIONS(965), 2,
      sym_identifier,
      sym_string,
  [9329] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(130), 1,
      sym__name,
    ACTIONS(967), 2,
      sym_identifier,
      sym_string,
  [9340] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(254), 1,
      sym__name,
    ACTIONS(969), 2,
      sym_identifier,
      sym_string,
  [9351] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(929), 1,
      anon_sym_COMMA,
    ACTIONS(971), 1,
      anon_sym_RBRACE,
    STATE(328), 1,
      aux_sym_risk_repeat1,
  [9364] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(73), 1,
      sym__name,
    ACTIONS(973), 2,
      sym_identifier,
      sym_string,
  [9375] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(385), 1,
      sym__name,
    ACTIONS(975), 2,
      sym_identifier,
      sym_string,
  [9386] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(929), 1,
      anon_sym_COMMA,
    ACTIONS(977), 1,
      anon_sym_RBRACE,
    STATE(329), 1,
      aux_sym_risk_repeat1,
  [9399] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(979), 1,
      anon_sym_COMMA,
    ACTIONS(982), 1,
      anon_sym_RBRACE,
    STATE(329), 1,
      aux_sym_risk_repeat1,
  [9412] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(335), 1,
      sym__name,
    ACTIONS(984), 2,
      sym_identifier,
      sym_string,
  [9423] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(325), 1,
      sym__name,
    ACTIONS(986), 2,
      sym_identifier,
      sym_string,
  [9434] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(929), 1,
      anon_sym_COMMA,
    ACTIONS(988), 1,
      anon_sym_RBRACE,
    STATE(329), 1,
      aux_sym_risk_repeat1,
  [9447] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(229), 1,
      sym__name,
    ACTIONS(990), 2,
      sym_identifier,
      sym_string,
  [9458] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(183), 1,
      sym__name,
    ACTIONS(992), 2,
      sym_identifier,
      sym_string,
  [9469] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(994), 1,
      anon_sym_DASH_DASH,
    ACTIONS(982), 2,
      anon_sym_COMMA,
      anon_sym_RBRACE,
  [9480] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(245), 1,
      sym__name,
    ACTIONS(996), 2,
      sym_identifier,
      sym_string,
  [9491] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(86), 1,
      sym__name,
    ACTIONS(998), 2,
      sym_identifier,
      sym_string,
  [9502] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(271), 1,
      sym__name,
    ACTIONS(1000), 2,
      sym_identifier,
      sym_string,
  [9513] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(255), 1,
      sym__name,
    ACTIONS(1002), 2,
      sym_identifier,
      sym_string,
  [9524] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(236), 1,
      sym__name,
    ACTIONS(1004), 2,
      sym_identifier,
      sym_string,
  [9535] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(152), 1,
      sym__name,
    ACTIONS(1006), 2,
      sym_identifier,
      sym_string,
  [9546] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1008), 1,
      anon_sym_COLON,
    ACTIONS(1010), 1,
      anon_sym_from,
    STATE(401), 1,
      sym__clients,
  [9559] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(55), 1,
      sym__name,
    ACTIONS(1012), 2,
      sym_identifier,
      sym_string,
  [9570] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(406), 1,
      sym__name,
    ACTIONS(1014), 2,
      sym_identifier,
      sym_string,
  [9581] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(238), 1,
      sym__name,
    ACTIONS(1016), 2,
      sym_identifier,
      sym_string,
  [9592] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(237), 1,
      sym__name,
    ACTIONS(1018), 2,
      sym_identifier,
      sym_string,
  [9603] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(242), 1,
      sym__name,
    ACTIONS(1020), 2,
      sym_identifier,
      sym_string,
  [9614] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(387), 1,
      sym_step,
    ACTIONS(841), 2,
      anon_sym_read,
      anon_sym_write,
  [9625] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(372), 1,
      sym__name,
    ACTIONS(1022), 2,
      sym_identifier,
      sym_string,
  [9636] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(46), 1,
      sym__name,
    ACTIONS(1024), 2,
      sym_identifier,
      sym_string,
  [9647] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(59), 1,
      sym__name,
    ACTIONS(1026), 2,
      sym_identifier,
      sym_string,
  [9658] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(232), 1,
      sym__name,
    ACTIONS(1028), 2,
      sym_identifier,
      sym_string,
  [9669] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(409), 1,
      sym__name,
    ACTIONS(1030), 2,
      sym_identifier,
      sym_string,
  [9680] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(389), 1,
      sym__name,
    ACTIONS(1032), 2,
      sym_identifier,
      sym_string,
  [9691] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(274), 1,
      sym__name,
    ACTIONS(1034), 2,
      sym_identifier,
      sym_string,
  [9702] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(185), 1,
      sym__name,
    ACTIONS(1036), 2,
      sym_identifier,
      sym_string,
  [9713] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(246), 1,
      sym__name,
    ACTIONS(1038), 2,
      sym_identifier,
      sym_string,
  [9724] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(3), 1,
      sym__name,
    ACTIONS(1040), 2,
      sym_identifier,
      sym_string,
  [9735] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(70), 1,
      sym__name,
    ACTIONS(1042), 2,
      sym_identifier,
      sym_string,
  [9746] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(265), 1,
      sym__name,
    ACTIONS(1044), 2,
      sym_identifier,
      sym_string,
  [9757] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(89), 1,
      sym__name,
    ACTIONS(1046), 2,
      sym_identifier,
      sym_string,
  [9768] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(403), 1,
      sym__name,
    ACTIONS(1048), 2,
      sym_identifier,
      sym_string,
  [9779] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(823), 1,
      anon_sym_fails,
    ACTIONS(1050), 1,
      anon_sym_LBRACE,
    STATE(396), 1,
      sym_fails,
  [9792] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(363), 1,
      sym__name,
    ACTIONS(1052), 2,
      sym_identifier,
      sym_string,
  [9803] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(342), 1,
      sym__name,
    ACTIONS(1054), 2,
      sym_identifier,
      sym_string,
  [9814] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(235), 1,
      sym__name,
    ACTIONS(1056), 2,
      sym_identifier,
      sym_string,
  [9825] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(283), 1,
      sym__name,
    ACTIONS(1058), 2,
      sym_identifier,
      sym_string,
  [9836] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(131), 1,
      sym__name,
    ACTIONS(1060), 2,
      sym_identifier,
      sym_string,
  [9847] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(49), 1,
      sym__name,
    ACTIONS(1062), 2,
      sym_identifier,
      sym_string,
  [9858] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(184), 1,
      sym__name,
    ACTIONS(1064), 2,
      sym_identifier,
      sym_string,
  [9869] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(63), 1,
      sym__name,
    ACTIONS(1066), 2,
      sym_identifier,
      sym_string,
  [9880] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1068), 1,
      anon_sym_COLON,
    ACTIONS(1070), 2,
      anon_sym_DASH_DASH,
      anon_sym_DASH_GT,
  [9891] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(54), 1,
      sym__name,
    ACTIONS(1072), 2,
      sym_identifier,
      sym_string,
  [9902] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(189), 1,
      sym__name,
    ACTIONS(1074), 2,
      sym_identifier,
      sym_string,
  [9913] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(280), 1,
      sym__name,
    ACTIONS(1076), 2,
      sym_identifier,
      sym_string,
  [9924] = 3,
    ACTIONS(3), 1,
      sym_comment,
    STATE(248), 1,
      sym__name,
    ACTIONS(1078), 2,
      sym_identifier,
      sym_string,
  [9935] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(638), 1,
      sym_number,
    STATE(241), 1,
      sym_quantity,
  [9945] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    STATE(76), 1,
      sym_quantity,
  [9955] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    STATE(180), 1,
      sym_quantity,
  [9965] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(638), 1,
      sym_number,
    STATE(239), 1,
      sym_quantity,
  [9975] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    STATE(193), 1,
      sym_quantity,
  [9985] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(396), 1,
      sym_number,
    STATE(222), 1,
      sym_quantity,
  [9995] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(753), 1,
      sym_number,
    STATE(180), 1,
      sym_quantity,
  [10005] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1080), 2,
      anon_sym_DASH_DASH,
      anon_sym_DASH_GT,
  [10013] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1082), 2,
      anon_sym_COMMA,
      anon_sym_RBRACE,
  [10021] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(124), 1,
      sym_number,
    STATE(82), 1,
      sym_quantity,
  [10031] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1010), 1,
      anon_sym_from,
    STATE(36), 1,
      sym__clients,
  [10041] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1084), 1,
      anon_sym_lag,
  [10048] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1086), 1,
      anon_sym_LBRACE,
  [10055] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1088), 1,
      anon_sym_partition,
  [10062] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1090), 1,
      anon_sym_lag,
  [10069] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1092), 1,
      anon_sym_on,
  [10076] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1094), 1,
      anon_sym_detecting,
  [10083] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1096), 1,
      anon_sym_most,
  [10090] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1098), 1,
      anon_sym_lag,
  [10097] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1100), 1,
      anon_sym_LBRACE,
  [10104] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1102), 1,
      anon_sym_fault,
  [10111] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1104), 1,
      sym_day,
  [10118] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1106), 1,
      anon_sym_lag,
  [10125] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1108), 1,
      sym_string,
  [10132] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1110), 1,
      anon_sym_LBRACE,
  [10139] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1112), 1,
      sym_day,
  [10146] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1114), 1,
      anon_sym_on,
  [10153] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1094), 1,
      anon_sym_settled,
  [10160] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1116), 1,
      ts_builtin_sym_end,
  [10167] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1118), 1,
      anon_sym_LBRACE,
  [10174] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1120), 1,
      anon_sym_lag,
  [10181] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1122), 1,
      anon_sym_year,
  [10188] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(1124), 1,
      anon_sym_on,
};

static const uint32_t ts_small_parse_table_map[] = {
  [SMALL_STATE(2)] = 0,
  [SMALL_STATE(3)] = 53,
  [SMALL_STATE(4)] = 101,
  [SMALL_STATE(5)] = 175,
  [SMALL_STATE(6)] = 249,
  [SMALL_STATE(7)] = 294,
  [SMALL_STATE(8)] = 334,
  [SMALL_STATE(9)] = 388,
  [SMALL_STATE(10)] = 442,
  [SMALL_STATE(11)] = 496,
  [SMALL_STATE(12)] = 550,
  [SMALL_STATE(13)] = 604,
  [SMALL_STATE(14)] = 655,
  [SMALL_STATE(15)] = 706,
  [SMALL_STATE(16)] = 757,
  [SMALL_STATE(17)] = 808,
  [SMALL_STATE(18)] = 859,
  [SMALL_STATE(19)] = 916,
  [SMALL_STATE(20)] = 961,
  [SMALL_STATE(21)] = 1018,
  [SMALL_STATE(22)] = 1075,
  [SMALL_STATE(23)] = 1132,
  [SMALL_STATE(24)] = 1189,
  [SMALL_STATE(25)] = 1229,
  [SMALL_STATE(26)] = 1259,
  [SMALL_STATE(27)] = 1299,
  [SMALL_STATE(28)] = 1342,
  [SMALL_STATE(29)] = 1381,
  [SMALL_STATE(30)] = 1422,
  [SMALL_STATE(31)] = 1461,
  [SMALL_STATE(32)] = 1500,
  [SMALL_STATE(33)] = 1535,
  [SMALL_STATE(34)] = 1574,
  [SMALL_STATE(35)] = 1613,
  [SMALL_STATE(36)] = 1652,
  [SMALL_STATE(37)] = 1687,
  [SMALL_STATE(38)] = 1722,
  [SMALL_STATE(39)] = 1761,
  [SMALL_STATE(40)] = 1802,
  [SMALL_STATE(41)] = 1841,
  [SMALL_STATE(42)] = 1870,
  [SMALL_STATE(43)] = 1909,
  [SMALL_STATE(44)] = 1948,
  [SMALL_STATE(45)] = 1987,
  [SMALL_STATE(46)] = 2026,
  [SMALL_STATE(47)] = 2061,
  [SMALL_STATE(48)] = 2100,
  [SMALL_STATE(49)] = 2139,
  [SMALL_STATE(50)] = 2176,
  [SMALL_STATE(51)] = 2209,
  [SMALL_STATE(52)] = 2248,
  [SMALL_STATE(53)] = 2283,
  [SMALL_STATE(54)] = 2315,
  [SMALL_STATE(55)] = 2353,
  [SMALL_STATE(56)] = 2385,
  [SMALL_STATE(57)] = 2421,
  [SMALL_STATE(58)] = 2457,
  [SMALL_STATE(59)] = 2495,
  [SMALL_STATE(60)] = 2527,
  [SMALL_STATE(61)] = 2557,
  [SMALL_STATE(62)] = 2593,
  [SMALL_STATE(63)] = 2629,
  [SMALL_STATE(64)] = 2661,
  [SMALL_STATE(65)] = 2693,
  [SMALL_STATE(66)] = 2731,
  [SMALL_STATE(67)] = 2769,
  [SMALL_STATE(68)] = 2802,
  [SMALL_STATE(69)] = 2833,
  [SMALL_STATE(70)] = 2866,
  [SMALL_STATE(71)] = 2901,
  [SMALL_STATE(72)] = 2934,
  [SMALL_STATE(73)] = 2967,
  [SMALL_STATE(74)] = 3002,
  [SMALL_STATE(75)] = 3035,
  [SMALL_STATE(76)] = 3068,
  [SMALL_STATE(77)] = 3097,
  [SMALL_STATE(78)] = 3130,
  [SMALL_STATE(79)] = 3163,
  [SMALL_STATE(80)] = 3196,
  [SMALL_STATE(81)] = 3229,
  [SMALL_STATE(82)] = 3262,
  [SMALL_STATE(83)] = 3291,
  [SMALL_STATE(84)] = 3324,
  [SMALL_STATE(85)] = 3357,
  [SMALL_STATE(86)] = 3390,
  [SMALL_STATE(87)] = 3431,
  [SMALL_STATE(88)] = 3464,
  [SMALL_STATE(89)] = 3497,
  [SMALL_STATE(90)] = 3534,
  [SMALL_STATE(91)] = 3567,
  [SMALL_STATE(92)] = 3600,
  [SMALL_STATE(93)] = 3633,
  [SMALL_STATE(94)] = 3666,
  [SMALL_STATE(95)] = 3699,
  [SMALL_STATE(96)] = 3732,
  [SMALL_STATE(97)] = 3765,
  [SMALL_STATE(98)] = 3798,
  [SMALL_STATE(99)] = 3831,
  [SMALL_STATE(100)] = 3864,
  [SMALL_STATE(101)] = 3905,
  [SMALL_STATE(102)] = 3938,
  [SMALL_STATE(103)] = 3971,
  [SMALL_STATE(104)] = 4004,
  [SMALL_STATE(105)] = 4037,
  [SMALL_STATE(106)] = 4070,
  [SMALL_STATE(107)] = 4103,
  [SMALL_STATE(108)] = 4136,
  [SMALL_STATE(109)] = 4169,
  [SMALL_STATE(110)] = 4202,
  [SMALL_STATE(111)] = 4235,
  [SMALL_STATE(112)] = 4268,
  [SMALL_STATE(113)] = 4309,
  [SMALL_STATE(114)] = 4342,
  [SMALL_STATE(115)] = 4375,
  [SMALL_STATE(116)] = 4408,
  [SMALL_STATE(117)] = 4441,
  [SMALL_STATE(118)] = 4474,
  [SMALL_STATE(119)] = 4507,
  [SMALL_STATE(120)] = 4540,
  [SMALL_STATE(121)] = 4573,
  [SMALL_STATE(122)] = 4606,
  [SMALL_STATE(123)] = 4639,
  [SMALL_STATE(124)] = 4672,
  [SMALL_STATE(125)] = 4705,
  [SMALL_STATE(126)] = 4738,
  [SMALL_STATE(127)] = 4771,
  [SMALL_STATE(128)] = 4804,
  [SMALL_STATE(129)] = 4837,
  [SMALL_STATE(130)] = 4872,
  [SMALL_STATE(131)] = 4907,
  [SMALL_STATE(132)] = 4938,
  [SMALL_STATE(133)] = 4971,
  [SMALL_STATE(134)] = 5004,
  [SMALL_STATE(135)] = 5035,
  [SMALL_STATE(136)] = 5066,
  [SMALL_STATE(137)] = 5099,
  [SMALL_STATE(138)] = 5130,
  [SMALL_STATE(139)] = 5161,
  [SMALL_STATE(140)] = 5192,
  [SMALL_STATE(141)] = 5223,
  [SMALL_STATE(142)] = 5256,
  [SMALL_STATE(143)] = 5282,
  [SMALL_STATE(144)] = 5308,
  [SMALL_STATE(145)] = 5334,
  [SMALL_STATE(146)] = 5362,
  [SMALL_STATE(147)] = 5388,
  [SMALL_STATE(148)] = 5414,
  [SMALL_STATE(149)] = 5446,
  [SMALL_STATE(150)] = 5478,
  [SMALL_STATE(151)] = 5510,
  [SMALL_STATE(152)] = 5540,
  [SMALL_STATE(153)] = 5572,
  [SMALL_STATE(154)] = 5598,
  [SMALL_STATE(155)] = 5624,
  [SMALL_STATE(156)] = 5649,
  [SMALL_STATE(157)] = 5678,
  [SMALL_STATE(158)] = 5703,
  [SMALL_STATE(159)] = 5732,
  [SMALL_STATE(160)] = 5761,
  [SMALL_STATE(161)] = 5790,
  [SMALL_STATE(162)] = 5815,
  [SMALL_STATE(163)] = 5844,
  [SMALL_STATE(164)] = 5873,
  [SMALL_STATE(165)] = 5902,
  [SMALL_STATE(166)] = 5931,
  [SMALL_STATE(167)] = 5960,
  [SMALL_STATE(168)] = 5989,
  [SMALL_STATE(169)] = 6018,
  [SMALL_STATE(170)] = 6047,
  [SMALL_STATE(171)] = 6072,
  [SMALL_STATE(172)] = 6101,
  [SMALL_STATE(173)] = 6130,
  [SMALL_STATE(174)] = 6159,
  [SMALL_STATE(175)] = 6188,
  [SMALL_STATE(176)] = 6217,
  [SMALL_STATE(177)] = 6244,
  [SMALL_STATE(178)] = 6273,
  [SMALL_STATE(179)] = 6302,
  [SMALL_STATE(180)] = 6331,
  [SMALL_STATE(181)] = 6356,
  [SMALL_STATE(182)] = 6385,
  [SMALL_STATE(183)] = 6414,
  [SMALL_STATE(184)] = 6439,
  [SMALL_STATE(185)] = 6468,
  [SMALL_STATE(186)] = 6493,
  [SMALL_STATE(187)] = 6522,
  [SMALL_STATE(188)] = 6546,
  [SMALL_STATE(189)] = 6570,
  [SMALL_STATE(190)] = 6596,
  [SMALL_STATE(191)] = 6622,
  [SMALL_STATE(192)] = 6650,
  [SMALL_STATE(193)] = 6676,
  [SMALL_STATE(194)] = 6700,
  [SMALL_STATE(195)] = 6723,
  [SMALL_STATE(196)] = 6746,
  [SMALL_STATE(197)] = 6769,
  [SMALL_STATE(198)] = 6792,
  [SMALL_STATE(199)] = 6815,
  [SMALL_STATE(200)] = 6838,
  [SMALL_STATE(201)] = 6861,
  [SMALL_STATE(202)] = 6884,
  [SMALL_STATE(203)] = 6907,
  [SMALL_STATE(204)] = 6930,
  [SMALL_STATE(205)] = 6953,
  [SMALL_STATE(206)] = 6976,
  [SMALL_STATE(207)] = 6999,
  [SMALL_STATE(208)] = 7022,
  [SMALL_STATE(209)] = 7045,
  [SMALL_STATE(210)] = 7068,
  [SMALL_STATE(211)] = 7091,
  [SMALL_STATE(212)] = 7114,
  [SMALL_STATE(213)] = 7137,
  [SMALL_STATE(214)] = 7160,
  [SMALL_STATE(215)] = 7183,
  [SMALL_STATE(216)] = 7206,
  [SMALL_STATE(217)] = 7229,
  [SMALL_STATE(218)] = 7252,
  [SMALL_STATE(219)] = 7275,
  [SMALL_STATE(220)] = 7298,
  [SMALL_STATE(221)] = 7321,
  [SMALL_STATE(222)] = 7344,
  [SMALL_STATE(223)] = 7369,
  [SMALL_STATE(224)] = 7392,
  [SMALL_STATE(225)] = 7417,
  [SMALL_STATE(226)] = 7440,
  [SMALL_STATE(227)] = 7463,
  [SMALL_STATE(228)] = 7486,
  [SMALL_STATE(229)] = 7510,
  [SMALL_STATE(230)] = 7535,
  [SMALL_STATE(231)] = 7574,
  [SMALL_STATE(232)] = 7599,
  [SMALL_STATE(233)] = 7624,
  [SMALL_STATE(234)] = 7663,
  [SMALL_STATE(235)] = 7702,
  [SMALL_STATE(236)] = 7724,
  [SMALL_STATE(237)] = 7743,
  [SMALL_STATE(238)] = 7762,
  [SMALL_STATE(239)] = 7781,
  [SMALL_STATE(240)] = 7800,
  [SMALL_STATE(241)] = 7819,
  [SMALL_STATE(242)] = 7838,
  [SMALL_STATE(243)] = 7857,
  [SMALL_STATE(244)] = 7876,
  [SMALL_STATE(245)] = 7901,
  [SMALL_STATE(246)] = 7920,
  [SMALL_STATE(247)] = 7940,
  [SMALL_STATE(248)] = 7963,
  [SMALL_STATE(249)] = 7986,
  [SMALL_STATE(250)] = 8017,
  [SMALL_STATE(251)] = 8040,
  [SMALL_STATE(252)] = 8063,
  [SMALL_STATE(253)] = 8088,
  [SMALL_STATE(254)] = 8113,
  [SMALL_STATE(255)] = 8136,
  [SMALL_STATE(256)] = 8161,
  [SMALL_STATE(257)] = 8184,
  [SMALL_STATE(258)] = 8206,
  [SMALL_STATE(259)] = 8226,
  [SMALL_STATE(260)] = 8248,
  [SMALL_STATE(261)] = 8270,
  [SMALL_STATE(262)] = 8292,
  [SMALL_STATE(263)] = 8314,
  [SMALL_STATE(264)] = 8336,
  [SMALL_STATE(265)] = 8356,
  [SMALL_STATE(266)] = 8374,
  [SMALL_STATE(267)] = 8396,
  [SMALL_STATE(268)] = 8415,
  [SMALL_STATE(269)] = 8434,
  [SMALL_STATE(270)] = 8453,
  [SMALL_STATE(271)] = 8472,
  [SMALL_STATE(272)] = 8491,
  [SMALL_STATE(273)] = 8516,
  [SMALL_STATE(274)] = 8541,
  [SMALL_STATE(275)] = 8569,
  [SMALL_STATE(276)] = 8585,
  [SMALL_STATE(277)] = 8601,
  [SMALL_STATE(278)] = 8617,
  [SMALL_STATE(279)] = 8645,
  [SMALL_STATE(280)] = 8664,
  [SMALL_STATE(281)] = 8685,
  [SMALL_STATE(282)] = 8704,
  [SMALL_STATE(283)] = 8725,
  [SMALL_STATE(284)] = 8750,
  [SMALL_STATE(285)] = 8768,
  [SMALL_STATE(286)] = 8788,
  [SMALL_STATE(287)] = 8808,
  [SMALL_STATE(288)] = 8828,
  [SMALL_STATE(289)] = 8846,
  [SMALL_STATE(290)] = 8864,
  [SMALL_STATE(291)] = 8883,
  [SMALL_STATE(292)] = 8900,
  [SMALL_STATE(293)] = 8919,
  [SMALL_STATE(294)] = 8938,
  [SMALL_STATE(295)] = 8955,
  [SMALL_STATE(296)] = 8972,
  [SMALL_STATE(297)] = 8989,
  [SMALL_STATE(298)] = 9006,
  [SMALL_STATE(299)] = 9023,
  [SMALL_STATE(300)] = 9040,
  [SMALL_STATE(301)] = 9057,
  [SMALL_STATE(302)] = 9074,
  [SMALL_STATE(303)] = 9091,
  [SMALL_STATE(304)] = 9107,
  [SMALL_STATE(305)] = 9121,
  [SMALL_STATE(306)] = 9137,
  [SMALL_STATE(307)] = 9153,
  [SMALL_STATE(308)] = 9164,
  [SMALL_STATE(309)] = 9175,
  [SMALL_STATE(310)] = 9186,
  [SMALL_STATE(311)] = 9197,
  [SMALL_STATE(312)] = 9208,
  [SMALL_STATE(313)] = 9219,
  [SMALL_STATE(314)] = 9230,
  [SMALL_STATE(315)] = 9241,
  [SMALL_STATE(316)] = 9252,
  [SMALL_STATE(317)] = 9263,
  [SMALL_STATE(318)] = 9274,
  [SMALL_STATE(319)] = 9285,
  [SMALL_STATE(320)] = 9296,
  [SMALL_STATE(321)] = 9307,
  [SMALL_STATE(322)] = 9318,
  [SMALL_STATE(323)] = 9329,
  [SMALL_STATE(324)] = 9340,
  [SMALL_STATE(325)] = 9351,
  [SMALL_STATE(326)] = 9364,
  [SMALL_STATE(327)] = 9375,
  [SMALL_STATE(328)] = 9386,
  [SMALL_STATE(329)] = 9399,
  [SMALL_STATE(330)] = 9412,
  [SMALL_STATE(331)] = 9423,
  [SMALL_STATE(332)] = 9434,
  [SMALL_STATE(333)] = 9447,
  [SMALL_STATE(334)] = 9458,
  [SMALL_STATE(335)] = 9469,
  [SMALL_STATE(336)] = 9480,
  [SMALL_STATE(337)] = 9491,
  [SMALL_STATE(338)] = 9502,
  [SMALL_STATE(339)] = 9513,
  [SMALL_STATE(340)] = 9524,
  [SMALL_STATE(341)] = 9535,
  [SMALL_STATE(342)] = 9546,
  [SMALL_STATE(343)] = 9559,
  [SMALL_STATE(344)] = 9570,
  [SMALL_STATE(345)] = 9581,
  [SMALL_STATE(346)] = 9592,
  [SMALL_STATE(347)] = 9603,
  [SMALL_STATE(348)] = 9614,
  [SMALL_STATE(349)] = 9625,
  [SMALL_STATE(350)] = 9636,
  [SMALL_STATE(351)] = 9647,
  [SMALL_STATE(352)] = 9658,
  [SMALL_STATE(353)] = 9669,
  [SMALL_STATE(354)] = 9680,
  [SMALL_STATE(355)] = 9691,
  [SMALL_STATE(356)] = 9702,
  [SMALL_STATE(357)] = 9713,
  [SMALL_STATE(358)] = 9724,
  [SMALL_STATE(359)] = 9735,
  [SMALL_STATE(360)] = 9746,
  [SMALL_STATE(361)] = 9757,
  [SMALL_STATE(362)] = 9768,
  [SMALL_STATE(363)] = 9779,
  [SMALL_STATE(364)] = 9792,
  [SMALL_STATE(365)] = 9803,
  [SMALL_STATE(366)] = 9814,
  [SMALL_STATE(367)] = 9825,
  [SMALL_STATE(368)] = 9836,
  [SMALL_STATE(369)] = 9847,
  [SMALL_STATE(370)] = 9858,
  [SMALL_STATE(371)] = 9869,
  [SMALL_STATE(372)] = 9880,
  [SMALL_STATE(373)] = 9891,
  [SMALL_STATE(374)] = 9902,
  [SMALL_STATE(375)] = 9913,
  [SMALL_STATE(376)] = 9924,
  [SMALL_STATE(377)] = 9935,
  [SMALL_STATE(378)] = 9945,
  [SMALL_STATE(379)] = 9955,
  [SMALL_STATE(380)] = 9965,
  [SMALL_STATE(381)] = 9975,
  [SMALL_STATE(382)] = 9985,
  [SMALL_STATE(383)] = 9995,
  [SMALL_STATE(384)] = 10005,
  [SMALL_STATE(385)] = 10013,
  [SMALL_STATE(386)] = 10021,
  [SMALL_STATE(387)] = 10031,
  [SMALL_STATE(388)] = 10041,
  [SMALL_STATE(389)] = 10048,
  [SMALL_STATE(390)] = 10055,
  [SMALL_STATE(391)] = 10062,
  [SMALL_STATE(392)] = 10069,
  [SMALL_STATE(393)] = 10076,
  [SMALL_STATE(394)] = 10083,
  [SMALL_STATE(395)] = 10090,
  [SMALL_STATE(396)] = 10097,
  [SMALL_STATE(397)] = 10104,
  [SMALL_STATE(398)] = 10111,
  [SMALL_STATE(399)] = 10118,
  [SMALL_STATE(400)] = 10125,
  [SMALL_STATE(401)] = 10132,
  [SMALL_STATE(402)] = 10139,
  [SMALL_STATE(403)] = 10146,
  [SMALL_STATE(404)] = 10153,
  [SMALL_STATE(405)] = 10160,
  [SMALL_STATE(406)] = 10167,
  [SMALL_STATE(407)] = 10174,
  [SMALL_STATE(408)] = 10181,
  [SMALL_STATE(409)] = 10188,
};

static const TSParseActionEntry ts_parse_actions[] = {
  [0] = {.entry = {.count = 0, .reusable = false}},
  [1] = {.entry = {.count = 1, .reusable = false}}, RECOVER(),
  [3] = {.entry = {.count = 1, .reusable = true}}, SHIFT_EXTRA(),
  [5] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_design, 0),
  [7] = {.entry = {.count = 1, .reusable = true}}, SHIFT(5),
  [9] = {.entry = {.count = 1, .reusable = true}}, SHIFT(400),
  [11] = {.entry = {.count = 1, .reusable = true}}, SHIFT(359),
  [13] = {.entry = {.count = 1, .reusable = true}}, SHIFT(364),
  [15] = {.entry = {.count = 1, .reusable = true}}, SHIFT(370),
  [17] = {.entry = {.count = 1, .reusable = true}}, SHIFT(373),
  [19] = {.entry = {.count = 1, .reusable = true}}, SHIFT(349),
  [21] = {.entry = {.count = 1, .reusable = true}}, SHIFT(311),
  [23] = {.entry = {.count = 1, .reusable = true}}, SHIFT(344),
  [25] = {.entry = {.count = 1, .reusable = true}}, SHIFT(353),
  [27] = {.entry = {.count = 1, .reusable = true}}, SHIFT(354),
  [29] = {.entry = {.count = 1, .reusable = true}}, SHIFT(362),
  [31] = {.entry = {.count = 1, .reusable = true}}, SHIFT(365),
  [33] = {.entry = {.count = 1, .reusable = true}}, SHIFT(367),
  [35] = {.entry = {.count = 1, .reusable = true}}, SHIFT(308),
  [37] = {.entry = {.count = 1, .reusable = true}}, SHIFT(249),
  [39] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_node_repeat1, 2),
  [41] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_node_repeat1, 2), SHIFT_REPEAT(358),
  [44] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_node_repeat1, 2),
  [46] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2),
  [48] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(4),
  [51] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(400),
  [54] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(359),
  [57] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(364),
  [60] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(370),
  [63] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(373),
  [66] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(349),
  [69] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(311),
  [72] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(344),
  [75] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(353),
  [78] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(354),
  [81] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(362),
  [84] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(365),
  [87] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(367),
  [90] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(308),
  [93] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_design_repeat1, 2), SHIFT_REPEAT(249),
  [96] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_design, 1),
  [98] = {.entry = {.count = 1, .reusable = true}}, SHIFT(4),
  [100] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_quantity, 1),
  [102] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_quantity, 1),
  [104] = {.entry = {.count = 1, .reusable = true}}, SHIFT(7),
  [106] = {.entry = {.count = 1, .reusable = false}}, SHIFT(7),
  [108] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_quantity, 2),
  [110] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_quantity, 2),
  [112] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 3, .production_id = 4),
  [114] = {.entry = {.count = 1, .reusable = true}}, SHIFT(394),
  [116] = {.entry = {.count = 1, .reusable = true}}, SHIFT(407),
  [118] = {.entry = {.count = 1, .reusable = true}}, SHIFT(287),
  [120] = {.entry = {.count = 1, .reusable = true}}, SHIFT(393),
  [122] = {.entry = {.count = 1, .reusable = true}}, SHIFT(404),
  [124] = {.entry = {.count = 1, .reusable = true}}, SHIFT(6),
  [126] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 4, .production_id = 7),
  [128] = {.entry = {.count = 1, .reusable = true}}, SHIFT(399),
  [130] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 6, .production_id = 13),
  [132] = {.entry = {.count = 1, .reusable = true}}, SHIFT(391),
  [134] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 5, .production_id = 11),
  [136] = {.entry = {.count = 1, .reusable = true}}, SHIFT(388),
  [138] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 7, .production_id = 15),
  [140] = {.entry = {.count = 1, .reusable = true}}, SHIFT(395),
  [142] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 5, .production_id = 4),
  [144] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 6, .production_id = 7),
  [146] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 7, .production_id = 11),
  [148] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 8, .production_id = 13),
  [150] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 9, .production_id = 15),
  [152] = {.entry = {.count = 1, .reusable = true}}, SHIFT(23),
  [154] = {.entry = {.count = 1, .reusable = true}}, SHIFT(203),
  [156] = {.entry = {.count = 1, .reusable = true}}, SHIFT(390),
  [158] = {.entry = {.count = 1, .reusable = true}}, SHIFT(336),
  [160] = {.entry = {.count = 1, .reusable = true}}, SHIFT(337),
  [162] = {.entry = {.count = 1, .reusable = true}}, SHIFT(340),
  [164] = {.entry = {.count = 1, .reusable = true}}, SHIFT(345),
  [166] = {.entry = {.count = 1, .reusable = true}}, SHIFT(380),
  [168] = {.entry = {.count = 1, .reusable = true}}, SHIFT(346),
  [170] = {.entry = {.count = 1, .reusable = true}}, SHIFT(347),
  [172] = {.entry = {.count = 1, .reusable = true}}, SHIFT(352),
  [174] = {.entry = {.count = 1, .reusable = true}}, SHIFT(366),
  [176] = {.entry = {.count = 1, .reusable = true}}, SHIFT(312),
  [178] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_family, 1),
  [180] = {.entry = {.count = 1, .reusable = false}}, SHIFT(24),
  [182] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_family, 1),
  [184] = {.entry = {.count = 1, .reusable = false}}, SHIFT(60),
  [186] = {.entry = {.count = 1, .reusable = true}}, SHIFT(24),
  [188] = {.entry = {.count = 1, .reusable = true}}, SHIFT(281),
  [190] = {.entry = {.count = 1, .reusable = true}}, SHIFT(21),
  [192] = {.entry = {.count = 1, .reusable = true}}, SHIFT(216),
  [194] = {.entry = {.count = 1, .reusable = true}}, SHIFT(22),
  [196] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(22),
  [199] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2),
  [201] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(390),
  [204] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(336),
  [207] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(337),
  [210] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(340),
  [213] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(345),
  [216] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(380),
  [219] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(346),
  [222] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(347),
  [225] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(352),
  [228] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(366),
  [231] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat2, 2), SHIFT_REPEAT(312),
  [234] = {.entry = {.count = 1, .reusable = true}}, SHIFT(211),
  [236] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_count, 1),
  [238] = {.entry = {.count = 1, .reusable = false}}, SHIFT(143),
  [240] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_count, 1),
  [242] = {.entry = {.count = 1, .reusable = false}}, SHIFT(153),
  [244] = {.entry = {.count = 1, .reusable = true}}, SHIFT(143),
  [246] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_needs_repeat1, 3, .production_id = 14),
  [248] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_count, 2),
  [250] = {.entry = {.count = 1, .reusable = false}}, SHIFT(146),
  [252] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_count, 2),
  [254] = {.entry = {.count = 1, .reusable = true}}, SHIFT(146),
  [256] = {.entry = {.count = 1, .reusable = false}}, SHIFT(66),
  [258] = {.entry = {.count = 1, .reusable = true}}, SHIFT(66),
  [260] = {.entry = {.count = 1, .reusable = true}}, SHIFT(279),
  [262] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 5, .production_id = 7),
  [264] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_mesh, 3),
  [266] = {.entry = {.count = 1, .reusable = true}}, SHIFT(358),
  [268] = {.entry = {.count = 1, .reusable = true}}, SHIFT(379),
  [270] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 4, .production_id = 4),
  [272] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 3, .production_id = 3),
  [274] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_operation, 6, .production_id = 5),
  [276] = {.entry = {.count = 1, .reusable = true}}, SHIFT(368),
  [278] = {.entry = {.count = 1, .reusable = true}}, SHIFT(369),
  [280] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 6, .production_id = 3),
  [282] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 6, .production_id = 11),
  [284] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 6, .production_id = 4),
  [286] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_operation, 5, .production_id = 5),
  [288] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__clients, 3),
  [290] = {.entry = {.count = 1, .reusable = true}}, SHIFT(343),
  [292] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 7, .production_id = 13),
  [294] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_mesh, 2),
  [296] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 7, .production_id = 3),
  [298] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_level, 3, .production_id = 14),
  [300] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 8, .production_id = 15),
  [302] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 9, .production_id = 13),
  [304] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 7, .production_id = 7),
  [306] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 10, .production_id = 15),
  [308] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__clients, 2),
  [310] = {.entry = {.count = 1, .reusable = true}}, SHIFT(351),
  [312] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 4, .production_id = 3),
  [314] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 8, .production_id = 11),
  [316] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_needs, 2, .production_id = 14),
  [318] = {.entry = {.count = 1, .reusable = true}}, SHIFT(371),
  [320] = {.entry = {.count = 1, .reusable = false}}, SHIFT(224),
  [322] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 5, .production_id = 3),
  [324] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_operation_repeat1, 2),
  [326] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_operation_repeat1, 2), SHIFT_REPEAT(368),
  [329] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_operation_repeat1, 2), SHIFT_REPEAT(369),
  [332] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__clients, 5),
  [334] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 2),
  [336] = {.entry = {.count = 1, .reusable = false}}, SHIFT(374),
  [338] = {.entry = {.count = 1, .reusable = true}}, SHIFT(374),
  [340] = {.entry = {.count = 1, .reusable = true}}, SHIFT(307),
  [342] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_mesh, 4),
  [344] = {.entry = {.count = 1, .reusable = true}}, SHIFT(381),
  [346] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_link, 5),
  [348] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__clients, 4),
  [350] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__unit, 1, .production_id = 2),
  [352] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__unit, 1, .production_id = 2),
  [354] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_link, 7, .production_id = 5),
  [356] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_needs_repeat1, 2, .production_id = 14),
  [358] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__clients, 6),
  [360] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 3),
  [362] = {.entry = {.count = 1, .reusable = false}}, SHIFT(317),
  [364] = {.entry = {.count = 1, .reusable = true}}, SHIFT(317),
  [366] = {.entry = {.count = 1, .reusable = true}}, SHIFT(318),
  [368] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 12, .production_id = 15),
  [370] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_family, 2),
  [372] = {.entry = {.count = 1, .reusable = true}}, SHIFT(272),
  [374] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_node, 2),
  [376] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_link, 6, .production_id = 5),
  [378] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_within, 2),
  [380] = {.entry = {.count = 1, .reusable = true}}, SHIFT(142),
  [382] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_share, 3),
  [384] = {.entry = {.count = 1, .reusable = false}}, SHIFT(408),
  [386] = {.entry = {.count = 1, .reusable = false}}, SHIFT(191),
  [388] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_replicate, 2, .production_id = 14),
  [390] = {.entry = {.count = 1, .reusable = true}}, SHIFT(100),
  [392] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_replicate, 2, .production_id = 14),
  [394] = {.entry = {.count = 1, .reusable = true}}, SHIFT(191),
  [396] = {.entry = {.count = 1, .reusable = true}}, SHIFT(50),
  [398] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_accept, 4, .production_id = 8),
  [400] = {.entry = {.count = 1, .reusable = false}}, SHIFT(190),
  [402] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_accept, 4, .production_id = 8),
  [404] = {.entry = {.count = 1, .reusable = false}}, SHIFT(402),
  [406] = {.entry = {.count = 1, .reusable = true}}, SHIFT(190),
  [408] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 7, .production_id = 4),
  [410] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_replicate, 3, .production_id = 14),
  [412] = {.entry = {.count = 1, .reusable = true}}, SHIFT(112),
  [414] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_replicate, 3, .production_id = 14),
  [416] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 8, .production_id = 3),
  [418] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 8, .production_id = 7),
  [420] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 8, .production_id = 4),
  [422] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_replicate_repeat1, 2), SHIFT_REPEAT(191),
  [425] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_replicate_repeat1, 2),
  [427] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_replicate_repeat1, 2), SHIFT_REPEAT(112),
  [430] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_replicate_repeat1, 2),
  [432] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_replicate_repeat1, 2), SHIFT_REPEAT(191),
  [435] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_replicate_repeat1, 2), SHIFT_REPEAT(50),
  [438] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 9, .production_id = 11),
  [440] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 9, .production_id = 3),
  [442] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 9, .production_id = 7),
  [444] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 10, .production_id = 13),
  [446] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 10, .production_id = 11),
  [448] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 11, .production_id = 13),
  [450] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_expect, 11, .production_id = 15),
  [452] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_node, 3),
  [454] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_link, 4),
  [456] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_level, 2, .production_id = 14),
  [458] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_family, 3),
  [460] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_explore_repeat1, 2),
  [462] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_explore_repeat1, 2), SHIFT_REPEAT(272),
  [465] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_needs, 3, .production_id = 14),
  [467] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_needs, 3, .production_id = 17),
  [469] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_needs, 4, .production_id = 18),
  [471] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_needs_repeat1, 2, .production_id = 19),
  [473] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_needs_repeat1, 2, .production_id = 19), SHIFT_REPEAT(371),
  [476] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_expect_repeat1, 2),
  [478] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_expect_repeat1, 2), SHIFT_REPEAT(393),
  [481] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_expect_repeat1, 2), SHIFT_REPEAT(404),
  [484] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_within, 3),
  [486] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_share, 5),
  [488] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__member, 2),
  [490] = {.entry = {.count = 1, .reusable = true}}, SHIFT(334),
  [492] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_count, 3),
  [494] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_store, 5, .production_id = 5),
  [496] = {.entry = {.count = 1, .reusable = true}}, SHIFT(286),
  [498] = {.entry = {.count = 1, .reusable = true}}, SHIFT(18),
  [500] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_store, 4, .production_id = 5),
  [502] = {.entry = {.count = 1, .reusable = true}}, SHIFT(20),
  [504] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_service, 5, .production_id = 5),
  [506] = {.entry = {.count = 1, .reusable = true}}, SHIFT(296),
  [508] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_store_repeat1, 2),
  [510] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_store_repeat1, 2), SHIFT_REPEAT(286),
  [513] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_service, 4, .production_id = 5),
  [515] = {.entry = {.count = 1, .reusable = true}}, SHIFT(295),
  [517] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_share, 1),
  [519] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_phase, 2),
  [521] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_risk, 4, .production_id = 5),
  [523] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_under, 2),
  [525] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_explore_repeat1, 2), SHIFT_REPEAT(273),
  [528] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 6, .production_id = 6),
  [530] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 5),
  [532] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_under, 3),
  [534] = {.entry = {.count = 1, .reusable = true}}, SHIFT(273),
  [536] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_link, 6),
  [538] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_risk, 6, .production_id = 5),
  [540] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 6),
  [542] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 8, .production_id = 9),
  [544] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_link, 8, .production_id = 5),
  [546] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_risk, 8, .production_id = 5),
  [548] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 4),
  [550] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_explore, 2),
  [552] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_router, 3),
  [554] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 7, .production_id = 6),
  [556] = {.entry = {.count = 1, .reusable = true}}, SHIFT(224),
  [558] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_mesh, 5),
  [560] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 7, .production_id = 9),
  [562] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_fails, 2),
  [564] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_risk, 5, .production_id = 5),
  [566] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_risk, 7, .production_id = 5),
  [568] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__member, 4),
  [570] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_router, 2),
  [572] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_explore, 3),
  [574] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_node, 4),
  [576] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 4, .production_id = 6),
  [578] = {.entry = {.count = 1, .reusable = true}}, SHIFT(319),
  [580] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_accept, 5, .production_id = 12),
  [582] = {.entry = {.count = 1, .reusable = true}}, SHIFT(398),
  [584] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_argument, 1),
  [586] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_argument, 1),
  [588] = {.entry = {.count = 1, .reusable = true}}, SHIFT(382),
  [590] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_client, 5, .production_id = 9),
  [592] = {.entry = {.count = 1, .reusable = true}}, SHIFT(322),
  [594] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_spread, 2),
  [596] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_partition, 5, .production_id = 5),
  [598] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_partition, 4, .production_id = 5),
  [600] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_accept, 6, .production_id = 8),
  [602] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_link, 7),
  [604] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_store, 7, .production_id = 5),
  [606] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_service, 7, .production_id = 5),
  [608] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_mesh, 6),
  [610] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_accept, 7, .production_id = 12),
  [612] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_zone, 5, .production_id = 5),
  [614] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_zone, 4, .production_id = 5),
  [616] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_store, 8, .production_id = 5),
  [618] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_service, 8, .production_id = 5),
  [620] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_store, 6, .production_id = 5),
  [622] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_link, 9, .production_id = 5),
  [624] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_risk, 9, .production_id = 5),
  [626] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_zone, 6, .production_id = 5),
  [628] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_argument, 3),
  [630] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_argument, 3),
  [632] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_include, 2, .production_id = 1),
  [634] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_service, 6, .production_id = 5),
  [636] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_on_partition, 3, .production_id = 16),
  [638] = {.entry = {.count = 1, .reusable = true}}, SHIFT(176),
  [640] = {.entry = {.count = 1, .reusable = false}}, SHIFT(305),
  [642] = {.entry = {.count = 1, .reusable = true}}, SHIFT(233),
  [644] = {.entry = {.count = 1, .reusable = true}}, SHIFT(197),
  [646] = {.entry = {.count = 1, .reusable = false}}, SHIFT(313),
  [648] = {.entry = {.count = 1, .reusable = false}}, SHIFT(314),
  [650] = {.entry = {.count = 1, .reusable = false}}, SHIFT(315),
  [652] = {.entry = {.count = 1, .reusable = false}}, SHIFT(316),
  [654] = {.entry = {.count = 1, .reusable = true}}, SHIFT(305),
  [656] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_requires, 3),
  [658] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_requires, 2),
  [660] = {.entry = {.count = 1, .reusable = true}}, SHIFT(234),
  [662] = {.entry = {.count = 1, .reusable = true}}, SHIFT(194),
  [664] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_partition_repeat1, 2), SHIFT_REPEAT(305),
  [667] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_partition_repeat1, 2), SHIFT_REPEAT(234),
  [670] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_partition_repeat1, 2),
  [672] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_partition_repeat1, 2), SHIFT_REPEAT(313),
  [675] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_partition_repeat1, 2), SHIFT_REPEAT(314),
  [678] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_partition_repeat1, 2), SHIFT_REPEAT(315),
  [681] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_partition_repeat1, 2), SHIFT_REPEAT(316),
  [684] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_partition_repeat1, 2), SHIFT_REPEAT(305),
  [687] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_from, 2),
  [689] = {.entry = {.count = 1, .reusable = true}}, SHIFT(377),
  [691] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_merge, 2, .production_id = 14),
  [693] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_rejoin, 2, .production_id = 14),
  [695] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_like, 2, .production_id = 14),
  [697] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_detect, 2),
  [699] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_on_partition, 4, .production_id = 16),
  [701] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_from, 4),
  [703] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_membership, 2, .production_id = 14),
  [705] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_else, 2),
  [707] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_node_repeat1, 2), SHIFT_REPEAT(357),
  [710] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_choose, 2, .production_id = 14),
  [712] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_operation_repeat1, 2), SHIFT_REPEAT(338),
  [715] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_operation_repeat1, 2), SHIFT_REPEAT(339),
  [718] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_groups_repeat1, 2),
  [720] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_groups_repeat1, 2),
  [722] = {.entry = {.count = 1, .reusable = true}}, SHIFT(357),
  [724] = {.entry = {.count = 1, .reusable = false}}, SHIFT(27),
  [726] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_step, 3, .production_id = 10),
  [728] = {.entry = {.count = 1, .reusable = true}}, SHIFT(338),
  [730] = {.entry = {.count = 1, .reusable = true}}, SHIFT(339),
  [732] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_node_repeat1, 2), SHIFT_REPEAT(360),
  [735] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_down, 3),
  [737] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_down, 3),
  [739] = {.entry = {.count = 1, .reusable = true}}, SHIFT(360),
  [741] = {.entry = {.count = 1, .reusable = false}}, SHIFT(277),
  [743] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_down, 2),
  [745] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_down, 2),
  [747] = {.entry = {.count = 1, .reusable = false}}, SHIFT(275),
  [749] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_step, 2, .production_id = 10),
  [751] = {.entry = {.count = 1, .reusable = true}}, SHIFT(320),
  [753] = {.entry = {.count = 1, .reusable = true}}, SHIFT(228),
  [755] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_groups_repeat1, 3),
  [757] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_groups_repeat1, 3),
  [759] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_isolate, 3),
  [761] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_isolate, 3),
  [763] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_groups_repeat1, 2), SHIFT_REPEAT(376),
  [766] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_groups, 3),
  [768] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_groups, 3),
  [770] = {.entry = {.count = 1, .reusable = true}}, SHIFT(376),
  [772] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_destroy, 2),
  [774] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_destroy, 2),
  [776] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_groups, 2),
  [778] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_groups, 2),
  [780] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_isolate, 2),
  [782] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_isolate, 2),
  [784] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_cut, 2),
  [786] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_cut, 2),
  [788] = {.entry = {.count = 1, .reusable = true}}, SHIFT(321),
  [790] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_destroy, 3),
  [792] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_destroy, 3),
  [794] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_needs_repeat1, 2, .production_id = 19), SHIFT_REPEAT(320),
  [797] = {.entry = {.count = 1, .reusable = false}}, SHIFT(11),
  [799] = {.entry = {.count = 1, .reusable = false}}, SHIFT(293),
  [801] = {.entry = {.count = 1, .reusable = false}}, SHIFT(378),
  [803] = {.entry = {.count = 1, .reusable = true}}, SHIFT(11),
  [805] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_cut, 4),
  [807] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_cut, 4),
  [809] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_down, 4),
  [811] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_down, 4),
  [813] = {.entry = {.count = 1, .reusable = false}}, SHIFT(10),
  [815] = {.entry = {.count = 1, .reusable = false}}, SHIFT(292),
  [817] = {.entry = {.count = 1, .reusable = true}}, SHIFT(10),
  [819] = {.entry = {.count = 1, .reusable = false}}, SHIFT(58),
  [821] = {.entry = {.count = 1, .reusable = true}}, SHIFT(58),
  [823] = {.entry = {.count = 1, .reusable = true}}, SHIFT(383),
  [825] = {.entry = {.count = 1, .reusable = false}}, SHIFT(26),
  [827] = {.entry = {.count = 1, .reusable = true}}, SHIFT(26),
  [829] = {.entry = {.count = 1, .reusable = false}}, SHIFT(8),
  [831] = {.entry = {.count = 1, .reusable = false}}, SHIFT(355),
  [833] = {.entry = {.count = 1, .reusable = false}}, SHIFT(290),
  [835] = {.entry = {.count = 1, .reusable = true}}, SHIFT(8),
  [837] = {.entry = {.count = 1, .reusable = true}}, SHIFT(288),
  [839] = {.entry = {.count = 1, .reusable = true}}, SHIFT(195),
  [841] = {.entry = {.count = 1, .reusable = true}}, SHIFT(324),
  [843] = {.entry = {.count = 1, .reusable = false}}, SHIFT(149),
  [845] = {.entry = {.count = 1, .reusable = false}}, SHIFT(356),
  [847] = {.entry = {.count = 1, .reusable = false}}, SHIFT(309),
  [849] = {.entry = {.count = 1, .reusable = true}}, SHIFT(149),
  [851] = {.entry = {.count = 1, .reusable = false}}, SHIFT(170),
  [853] = {.entry = {.count = 1, .reusable = true}}, SHIFT(170),
  [855] = {.entry = {.count = 1, .reusable = false}}, SHIFT(157),
  [857] = {.entry = {.count = 1, .reusable = false}}, SHIFT(397),
  [859] = {.entry = {.count = 1, .reusable = false}}, SHIFT(19),
  [861] = {.entry = {.count = 1, .reusable = true}}, SHIFT(157),
  [863] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_operation_repeat2, 2), SHIFT_REPEAT(288),
  [866] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_operation_repeat2, 2),
  [868] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_operation_repeat2, 2), SHIFT_REPEAT(324),
  [871] = {.entry = {.count = 1, .reusable = true}}, SHIFT(284),
  [873] = {.entry = {.count = 1, .reusable = true}}, SHIFT(223),
  [875] = {.entry = {.count = 1, .reusable = false}}, SHIFT(9),
  [877] = {.entry = {.count = 1, .reusable = true}}, SHIFT(9),
  [879] = {.entry = {.count = 1, .reusable = true}}, SHIFT(294),
  [881] = {.entry = {.count = 1, .reusable = true}}, SHIFT(212),
  [883] = {.entry = {.count = 1, .reusable = false}}, SHIFT(12),
  [885] = {.entry = {.count = 1, .reusable = true}}, SHIFT(12),
  [887] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_service_repeat1, 2), SHIFT_REPEAT(294),
  [890] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_service_repeat1, 2),
  [892] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_service_repeat1, 2), SHIFT_REPEAT(352),
  [895] = {.entry = {.count = 1, .reusable = true}}, SHIFT(300),
  [897] = {.entry = {.count = 1, .reusable = true}}, SHIFT(226),
  [899] = {.entry = {.count = 1, .reusable = true}}, SHIFT(291),
  [901] = {.entry = {.count = 1, .reusable = true}}, SHIFT(204),
  [903] = {.entry = {.count = 1, .reusable = true}}, SHIFT(302),
  [905] = {.entry = {.count = 1, .reusable = true}}, SHIFT(375),
  [907] = {.entry = {.count = 1, .reusable = true}}, SHIFT(221),
  [909] = {.entry = {.count = 1, .reusable = true}}, SHIFT(207),
  [911] = {.entry = {.count = 1, .reusable = true}}, SHIFT(297),
  [913] = {.entry = {.count = 1, .reusable = true}}, SHIFT(298),
  [915] = {.entry = {.count = 1, .reusable = true}}, SHIFT(208),
  [917] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_zone_repeat1, 2), SHIFT_REPEAT(302),
  [920] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_zone_repeat1, 2), SHIFT_REPEAT(375),
  [923] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_zone_repeat1, 2),
  [925] = {.entry = {.count = 1, .reusable = true}}, SHIFT(306),
  [927] = {.entry = {.count = 1, .reusable = true}}, SHIFT(156),
  [929] = {.entry = {.count = 1, .reusable = true}}, SHIFT(330),
  [931] = {.entry = {.count = 1, .reusable = true}}, SHIFT(181),
  [933] = {.entry = {.count = 1, .reusable = true}}, SHIFT(331),
  [935] = {.entry = {.count = 1, .reusable = true}}, SHIFT(171),
  [937] = {.entry = {.count = 1, .reusable = true}}, SHIFT(392),
  [939] = {.entry = {.count = 1, .reusable = true}}, SHIFT(145),
  [941] = {.entry = {.count = 1, .reusable = true}}, SHIFT(384),
  [943] = {.entry = {.count = 1, .reusable = true}}, SHIFT(39),
  [945] = {.entry = {.count = 1, .reusable = true}}, SHIFT(243),
  [947] = {.entry = {.count = 1, .reusable = true}}, SHIFT(264),
  [949] = {.entry = {.count = 1, .reusable = true}}, SHIFT(263),
  [951] = {.entry = {.count = 1, .reusable = true}}, SHIFT(253),
  [953] = {.entry = {.count = 1, .reusable = true}}, SHIFT(261),
  [955] = {.entry = {.count = 1, .reusable = true}}, SHIFT(192),
  [957] = {.entry = {.count = 1, .reusable = true}}, SHIFT(172),
  [959] = {.entry = {.count = 1, .reusable = true}}, SHIFT(159),
  [961] = {.entry = {.count = 1, .reusable = true}}, SHIFT(258),
  [963] = {.entry = {.count = 1, .reusable = true}}, SHIFT(276),
  [965] = {.entry = {.count = 1, .reusable = true}}, SHIFT(179),
  [967] = {.entry = {.count = 1, .reusable = true}}, SHIFT(130),
  [969] = {.entry = {.count = 1, .reusable = true}}, SHIFT(254),
  [971] = {.entry = {.count = 1, .reusable = true}}, SHIFT(182),
  [973] = {.entry = {.count = 1, .reusable = true}}, SHIFT(73),
  [975] = {.entry = {.count = 1, .reusable = true}}, SHIFT(385),
  [977] = {.entry = {.count = 1, .reusable = true}}, SHIFT(168),
  [979] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_risk_repeat1, 2), SHIFT_REPEAT(330),
  [982] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_risk_repeat1, 2),
  [984] = {.entry = {.count = 1, .reusable = true}}, SHIFT(335),
  [986] = {.entry = {.count = 1, .reusable = true}}, SHIFT(325),
  [988] = {.entry = {.count = 1, .reusable = true}}, SHIFT(164),
  [990] = {.entry = {.count = 1, .reusable = true}}, SHIFT(229),
  [992] = {.entry = {.count = 1, .reusable = true}}, SHIFT(183),
  [994] = {.entry = {.count = 1, .reusable = true}}, SHIFT(327),
  [996] = {.entry = {.count = 1, .reusable = true}}, SHIFT(245),
  [998] = {.entry = {.count = 1, .reusable = true}}, SHIFT(86),
  [1000] = {.entry = {.count = 1, .reusable = true}}, SHIFT(271),
  [1002] = {.entry = {.count = 1, .reusable = true}}, SHIFT(255),
  [1004] = {.entry = {.count = 1, .reusable = true}}, SHIFT(236),
  [1006] = {.entry = {.count = 1, .reusable = true}}, SHIFT(152),
  [1008] = {.entry = {.count = 1, .reusable = true}}, SHIFT(348),
  [1010] = {.entry = {.count = 1, .reusable = true}}, SHIFT(350),
  [1012] = {.entry = {.count = 1, .reusable = true}}, SHIFT(55),
  [1014] = {.entry = {.count = 1, .reusable = true}}, SHIFT(406),
  [1016] = {.entry = {.count = 1, .reusable = true}}, SHIFT(238),
  [1018] = {.entry = {.count = 1, .reusable = true}}, SHIFT(237),
  [1020] = {.entry = {.count = 1, .reusable = true}}, SHIFT(242),
  [1022] = {.entry = {.count = 1, .reusable = true}}, SHIFT(372),
  [1024] = {.entry = {.count = 1, .reusable = true}}, SHIFT(46),
  [1026] = {.entry = {.count = 1, .reusable = true}}, SHIFT(59),
  [1028] = {.entry = {.count = 1, .reusable = true}}, SHIFT(232),
  [1030] = {.entry = {.count = 1, .reusable = true}}, SHIFT(409),
  [1032] = {.entry = {.count = 1, .reusable = true}}, SHIFT(389),
  [1034] = {.entry = {.count = 1, .reusable = true}}, SHIFT(274),
  [1036] = {.entry = {.count = 1, .reusable = true}}, SHIFT(185),
  [1038] = {.entry = {.count = 1, .reusable = true}}, SHIFT(246),
  [1040] = {.entry = {.count = 1, .reusable = true}}, SHIFT(3),
  [1042] = {.entry = {.count = 1, .reusable = true}}, SHIFT(70),
  [1044] = {.entry = {.count = 1, .reusable = true}}, SHIFT(265),
  [1046] = {.entry = {.count = 1, .reusable = true}}, SHIFT(89),
  [1048] = {.entry = {.count = 1, .reusable = true}}, SHIFT(403),
  [1050] = {.entry = {.count = 1, .reusable = true}}, SHIFT(301),
  [1052] = {.entry = {.count = 1, .reusable = true}}, SHIFT(363),
  [1054] = {.entry = {.count = 1, .reusable = true}}, SHIFT(342),
  [1056] = {.entry = {.count = 1, .reusable = true}}, SHIFT(235),
  [1058] = {.entry = {.count = 1, .reusable = true}}, SHIFT(283),
  [1060] = {.entry = {.count = 1, .reusable = true}}, SHIFT(131),
  [1062] = {.entry = {.count = 1, .reusable = true}}, SHIFT(49),
  [1064] = {.entry = {.count = 1, .reusable = true}}, SHIFT(184),
  [1066] = {.entry = {.count = 1, .reusable = true}}, SHIFT(63),
  [1068] = {.entry = {.count = 1, .reusable = true}}, SHIFT(310),
  [1070] = {.entry = {.count = 1, .reusable = true}}, SHIFT(323),
  [1072] = {.entry = {.count = 1, .reusable = true}}, SHIFT(54),
  [1074] = {.entry = {.count = 1, .reusable = true}}, SHIFT(189),
  [1076] = {.entry = {.count = 1, .reusable = true}}, SHIFT(280),
  [1078] = {.entry = {.count = 1, .reusable = true}}, SHIFT(248),
  [1080] = {.entry = {.count = 1, .reusable = true}}, SHIFT(326),
  [1082] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_risk_repeat1, 4),
  [1084] = {.entry = {.count = 1, .reusable = true}}, SHIFT(15),
  [1086] = {.entry = {.count = 1, .reusable = true}}, SHIFT(230),
  [1088] = {.entry = {.count = 1, .reusable = true}}, SHIFT(333),
  [1090] = {.entry = {.count = 1, .reusable = true}}, SHIFT(16),
  [1092] = {.entry = {.count = 1, .reusable = true}}, SHIFT(361),
  [1094] = {.entry = {.count = 1, .reusable = true}}, SHIFT(155),
  [1096] = {.entry = {.count = 1, .reusable = true}}, SHIFT(386),
  [1098] = {.entry = {.count = 1, .reusable = true}}, SHIFT(17),
  [1100] = {.entry = {.count = 1, .reusable = true}}, SHIFT(299),
  [1102] = {.entry = {.count = 1, .reusable = true}}, SHIFT(161),
  [1104] = {.entry = {.count = 1, .reusable = true}}, SHIFT(206),
  [1106] = {.entry = {.count = 1, .reusable = true}}, SHIFT(14),
  [1108] = {.entry = {.count = 1, .reusable = true}}, SHIFT(225),
  [1110] = {.entry = {.count = 1, .reusable = true}}, SHIFT(289),
  [1112] = {.entry = {.count = 1, .reusable = true}}, SHIFT(198),
  [1114] = {.entry = {.count = 1, .reusable = true}}, SHIFT(341),
  [1116] = {.entry = {.count = 1, .reusable = true}},  ACCEPT_INPUT(),
  [1118] = {.entry = {.count = 1, .reusable = true}}, SHIFT(304),
  [1120] = {.entry = {.count = 1, .reusable = true}}, SHIFT(13),
  [1122] = {.entry = {.count = 1, .reusable = true}}, SHIFT(144),
  [1124] = {.entry = {.count = 1, .reusable = true}}, SHIFT(285),
};

#ifdef __cplusplus
extern "C" {
#endif
#ifdef _WIN32
#define extern __declspec(dllexport)
#endif

extern const TSLanguage *tree_sitter_cap(void) {
  static const TSLanguage language = {
    .version = LANGUAGE_VERSION,
    .symbol_count = SYMBOL_COUNT,
    .alias_count = ALIAS_COUNT,
    .token_count = TOKEN_COUNT,
    .external_token_count = EXTERNAL_TOKEN_COUNT,
    .state_count = STATE_COUNT,
    .large_state_count = LARGE_STATE_COUNT,
    .production_id_count = PRODUCTION_ID_COUNT,
    .field_count = FIELD_COUNT,
    .max_alias_sequence_length = MAX_ALIAS_SEQUENCE_LENGTH,
    .parse_table = &ts_parse_table[0][0],
    .small_parse_table = ts_small_parse_table,
    .small_parse_table_map = ts_small_parse_table_map,
    .parse_actions = ts_parse_actions,
    .symbol_names = ts_symbol_names,
    .field_names = ts_field_names,
    .field_map_slices = ts_field_map_slices,
    .field_map_entries = ts_field_map_entries,
    .symbol_metadata = ts_symbol_metadata,
    .public_symbol_map = ts_symbol_map,
    .alias_map = ts_non_terminal_alias_map,
    .alias_sequences = &ts_alias_sequences[0][0],
    .lex_modes = ts_lex_modes,
    .lex_fn = ts_lex,
    .keyword_lex_fn = ts_lex_keywords,
    .keyword_capture_token = sym_identifier,
    .primary_state_ids = ts_primary_state_ids,
  };
  return &language;
}
#ifdef __cplusplus
}
#endif
