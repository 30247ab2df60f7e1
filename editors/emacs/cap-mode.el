;;; cap-mode.el --- Netsplit designs  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "28.1"))

;;; Commentary:

;; Colours designs, and names the language server to Eglot: `eglot' in a buffer with a design starts it.  Emacs 29 has
;; Eglot; for Emacs 28 it is a package.

;;; Code:

(defconst cap-mode-statements
  '("accept" "client" "expect" "explore" "include" "link" "mesh" "node" "operation" "partition" "risk" "router"
    "service" "store" "zone")
  "Words that begin a statement.")

(defvar cap-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?/ ". 124b" table)
    (modify-syntax-entry ?* ". 23" table)
    (modify-syntax-entry ?\n "> b" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?_ "w" table)
    table)
  "Comments, strings and braces of a design.")

(defconst cap-mode-font-lock
  `((,(concat "^[ \t]*" (regexp-opt cap-mode-statements 'words)) . font-lock-keyword-face)
    ("\\_<\\(?:choose\\|replicate\\|merge\\|like\\|level\\|needs\\)[ \t]+\\([[:word:]-]+\\)"
     (0 font-lock-keyword-face) (1 font-lock-constant-face t))
    ("\\_<\\(?:store\\|service\\|operation\\|zone\\|partition\\)[ \t]+\\([[:word:]-]+\\)"
     1 font-lock-function-name-face))
  "What is coloured before, or without, the language server.")

;;;###autoload
(define-derived-mode cap-mode prog-mode "Cap"
  "Major mode for Netsplit designs."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local font-lock-defaults '(cap-mode-font-lock)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.cap\\'" . cap-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(cap-mode . ("netsplit" "lsp"))))

(provide 'cap-mode)

;;; cap-mode.el ends here
