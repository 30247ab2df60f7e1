/**
 * The page of the playground: a text and what becomes of it, without anything to install. In this order: its elements,
 * then whom the diagram talks to, which looks for both when it is loaded.
 */
import './play/body.js';
import './play/host.js';
import '../../webview/src/diagram.js';
import './play/start.js';
