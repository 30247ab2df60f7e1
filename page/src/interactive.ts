/**
 * The page of an interactive report: the diagram as VS Code shows it, with the core in the page. In this order: the
 * host makes the elements that the diagram looks for.
 */
import './host.js';
import '../../webview/src/diagram.js';
import './reports.js';
