(zone name: (_) @name) @definition.module
(store name: (_) @name) @definition.class
(service name: (_) @name) @definition.class
(operation name: (_) @name) @definition.function
(partition name: (_) @name) @definition.module
(step store: (_) @name) @reference.class
(expect operation: (_) @name) @reference.call
