// A design as a tree, for editors that colour, fold and select by tree-sitter. It takes what the language server takes
// without a complaint, and a little more: whether names and numbers mean something is the server's to say.
// `tree-sitter generate --abi 14` writes src/ from it.

/* global grammar, seq, choice, optional, repeat, repeat1, alias, field, prec, token */

const list = (rule) => seq(rule, repeat(seq(',', rule)));
const names = ($) => list($._name);
const wire = ($) => [optional(seq($.quantity, optional($.spread))), optional($.fails)];
const block = (...rules) => seq('{', repeat(choice(...rules, ';')), '}');

module.exports = grammar({
  name: 'cap',

  extras: ($) => [/[ \t\r\n\f\v\u00a0\ufeff\u2028\u2029]/, $.comment],
  // A word that begins a statement or a clause does so wherever it may; elsewhere it is a name.
  word: ($) => $.identifier,

  rules: {
    design: ($) => repeat(choice($._statement, ';')),

    _statement: ($) =>
      choice(
        $.include,
        $.node,
        $.zone,
        $.router,
        $.client,
        $.link,
        $.mesh,
        $.store,
        $.service,
        $.operation,
        $.partition,
        $.risk,
        $.expect,
        $.accept,
        $.explore,
      ),

    include: ($) => seq('include', field('path', $.string)),

    // The network

    node: ($) => seq('node', names($), optional($.fails)),
    zone: ($) => seq('zone', field('name', $._name), optional($.fails), block($.node)),
    router: ($) => seq('router', names($)),
    client: ($) =>
      seq(
        'client',
        names($),
        optional(seq(choice('in', 'at'), field('place', $._name))),
        optional(seq('via', names($))),
      ),
    link: ($) =>
      seq('link', optional(seq(field('name', $._name), ':')), $._name, choice('--', '->'), $._name, ...wire($)),
    mesh: ($) => seq('mesh', names($), ...wire($)),
    spread: ($) => seq(choice('±', $.percentile), $.quantity),
    fails: ($) => seq('fails', $.quantity),
    risk: ($) =>
      seq(
        'risk',
        field('name', $._name),
        '{',
        optional(list(seq($._name, optional(seq('--', $._name))))),
        '}',
        optional($.fails),
      ),

    // Stores and what is done with them

    store: ($) =>
      seq(
        'store',
        field('name', $._name),
        'on',
        list($._member),
        optional(
          block(
            $.choose,
            $.replicate,
            $.on_partition,
            $.merge,
            $.like,
            $.detect,
            $.rejoin,
            $.membership,
            $.requires,
            $.from,
            $.else,
          ),
        ),
      ),
    _member: ($) => choice($._name, seq('witness', $._name), seq('observer', $._name, optional(seq('of', $._name)))),
    choose: ($) => seq('choose', field('value', $._name)),
    replicate: ($) => seq('replicate', field('value', $._name), repeat(choice($.argument, $.quantity, ','))),
    argument: ($) => seq($._name, optional(seq('=', $.quantity))),
    on_partition: ($) => seq('on', 'partition', field('value', $._name), optional($.quantity)),
    merge: ($) => seq('merge', field('value', $._name)),
    like: ($) => seq('like', field('value', $._name)),
    detect: ($) => seq('detect', $.quantity),
    rejoin: ($) => seq('rejoin', field('value', $._name)),
    membership: ($) => seq('membership', field('value', $._name)),
    requires: ($) => seq('requires', names($)),
    from: ($) => seq('from', $._name, optional(seq('bounded', $.quantity))),
    else: ($) => seq('else', $._name),

    service: ($) => seq('service', field('name', $._name), 'on', names($), optional(block($.requires))),

    operation: ($) =>
      seq(
        'operation',
        field('name', $._name),
        choice(seq(':', $.step, $._clients, repeat($._demand)), seq($._clients, block($.step))),
      ),
    _clients: ($) => seq('from', names($), optional(seq('through', names($)))),
    step: ($) => seq(choice('read', 'write'), field('store', $._name), repeat($._demand)),
    _demand: ($) => choice($.level, $.needs),
    level: ($) => seq('level', field('value', $._name), optional($.quantity)),
    needs: ($) => seq('needs', list(seq(field('value', $._name), optional($.quantity)))),

    // What breaks, and what is expected then

    partition: ($) => seq('partition', field('name', $._name), block($.groups, $.cut, $.isolate, $.down, $.destroy)),
    groups: ($) => seq(names($), repeat1(seq('|', names($)))),
    cut: ($) => seq('cut', $._name, optional(seq(choice('--', '->'), $._name))),
    isolate: ($) => seq('isolate', names($)),
    down: ($) => seq('down', names($), optional('destroyed')),
    destroy: ($) => seq('destroy', names($)),

    expect: ($) =>
      seq(
        'expect',
        field('operation', $._name),
        optional(seq('from', names($))),
        optional('never'),
        choice($.within, seq(field('verdict', $._name), optional(seq('beyond', 'lag')), optional($.share))),
        optional($.under),
        repeat($.phase),
      ),
    within: ($) => seq('within', $.quantity, optional($.percentile)),
    share: ($) => choice($.quantity, seq('at', 'most', $.quantity, optional(seq('a', 'year')))),
    under: ($) => seq('under', choice(seq('no', 'fault'), $._name, $.family)),
    phase: () => choice(seq('while', 'detecting'), seq('once', 'settled')),
    accept: ($) =>
      seq(
        'accept',
        field('verdict', $._name),
        'on',
        field('operation', $._name),
        optional(field('reason', $._name)),
        optional(seq('until', $.day)),
      ),
    explore: ($) => seq('explore', choice($.family, list($.count))),
    // Without a count it is the name of a partition.
    family: ($) => prec.right(seq('any', optional(list($.count)))),
    count: ($) => prec.right(seq(optional($.number), $._unit, optional($._unit))),
    // `1 isolated node`: no statement begins there.
    _unit: ($) => prec.right(choice($._name, ...['node', 'zone', 'link'].map((word) => alias(word, $.identifier)))),

    // Words

    _name: ($) => choice($.identifier, $.string),
    // Wider than the language, which takes letters, digits and marks of all scripts.
    identifier: () =>
      /[A-Za-z_\u00aa-\u2027\u202a-\ufefe][A-Za-z0-9_\u00aa-\u2027\u202a-\ufefe]*([-.][A-Za-z0-9_\u00aa-\u2027\u202a-\ufefe]+)*/,
    string: () => token(seq('"', /([^"\\\r\n]|\\.)*/, '"')),
    quantity: ($) => prec.right(seq($.number, optional(choice('ms', 's', 'us', 'µs', 'min', 'h')))),
    number: () => /-?\d+(\.\d+)?([eE][+-]?\d+)?(%|[a-zA-Zµ]+)?/,
    percentile: () => token(prec(1, /p\d+(\.\d+)?/)),
    day: () => /\d{4}-\d{2}-\d{2}/,
    comment: () => token(choice(/\/\/[^\r\n]*/, seq('/*', /[^*]*\*+([^/*][^*]*\*+)*/, '/'))),
  },
});
