; Colours by tree-sitter: the capture names that Neovim, Helix, Zed and Emacs know.

(comment) @comment
(string) @string
(number) @number
(percentile) @number
(day) @number

(identifier) @variable

[
  "include" "node" "zone" "router" "client" "link" "mesh" "store" "service" "operation" "partition" "risk" "expect"
  "accept" "explore"
] @keyword

[
  "in" "at" "via" "fails" "on" "witness" "observer" "of" "choose" "replicate" "merge" "like" "detect" "rejoin"
  "membership" "requires" "from" "bounded" "else" "through" "read" "write" "level" "needs" "cut" "isolate" "down"
  "destroyed" "destroy" "never" "beyond" "lag" "most" "a" "year" "under" "no" "fault" "any" "while" "detecting" "once"
  "settled" "until" "within"
] @keyword

["ms" "s" "us" "µs" "min" "h"] @number

(choose value: (identifier) @constant)
(replicate value: (identifier) @constant)
(on_partition value: (identifier) @constant)
(merge value: (identifier) @constant)
(like value: (identifier) @constant)
(rejoin value: (identifier) @constant)
(membership value: (identifier) @constant)
(level value: (identifier) @constant)
(needs value: (identifier) @constant)
(expect verdict: (identifier) @constant)
(accept verdict: (identifier) @constant)
(count (identifier) @constant)

(store name: (identifier) @type)
(service name: (identifier) @type)
(step store: (identifier) @type)
(operation name: (identifier) @function)
(expect operation: (identifier) @function)
(accept operation: (identifier) @function)

["--" "->" "|" "=" "±"] @operator
["{" "}"] @punctuation.bracket
["," ":" ";"] @punctuation.delimiter
