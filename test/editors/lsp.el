;;; lsp.el --- What a user of Emacs does with a design  -*- lexical-binding: t; -*-

;; Sees its diagnostics, hovers, completes, renames. $DESIGN is the file; $OUT gets the answers as JSON.

(require 'json)
(require 'eglot)
(load (concat (getenv "EDITORS") "/emacs/cap-mode.el") nil t)

(defconst patience-s 60)

(defun wait-for (what is-there)
  (let ((end (+ (float-time) patience-s)))
    (while (not (funcall is-there))
      (when (> (float-time) end) (error "No %s" what))
      (accept-process-output nil 0.05))))

(defun at (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

;; A batch has nobody who would be asked.
(setq eglot-confirm-server-initiated-edits nil
      eglot-sync-connect t
      eglot-autoshutdown nil
      create-lockfiles nil
      make-backup-files nil)

(find-file (getenv "DESIGN"))
(font-lock-ensure)
(let (seen)
  (push (cons 'mode (symbol-name major-mode)) seen)
  (at "store")
  (push (cons 'face (symbol-name (get-text-property (point) 'face))) seen)
  (apply #'eglot--connect (eglot--guess-contact))
  (at "pay:")
  (wait-for "verdicts" (lambda ()
                         (flymake-start)
                         (flymake-diagnostics (line-beginning-position) (line-end-position))))
  (push (cons 'diagnostics
              (mapcar (lambda (one) (list (cons 'line (line-number-at-pos (flymake-diagnostic-beg one)))
                                          (cons 'message (flymake-diagnostic-text one))))
                      (flymake-diagnostics)))
        seen)
  (at "pay:")
  (push (cons 'hover
              (plist-get (plist-get (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                                     (eglot--TextDocumentPositionParams))
                                    :contents)
                         :value))
        seen)
  (goto-char (point-max))
  (insert "expect pay ")
  (let ((table (nth 2 (eglot-completion-at-point))))
    (push (cons 'completion (all-completions "" table)) seen))
  (delete-region (line-beginning-position) (line-end-position))
  ;; Sent after half a second without a key, which nobody presses here.
  (eglot--signal-textDocument/didChange)
  (at "pay:")
  (eglot-rename "settle")
  (push (cons 'renamed (buffer-substring-no-properties (point-min) (point-max))) seen)
  (with-temp-file (getenv "OUT") (insert (json-encode seen))))
(set-buffer-modified-p nil)
(kill-emacs 0)
