;;; eglot.el --- A short session in an Emacs without a screen  -*- lexical-binding: t -*-

;; Open, type, undo, complete, fix, save, close, with the set-up of docs/editors.md:
;;   HEGAO_FOLDER=… HEGAO_PROGRAM=… emacs -Q --batch -l eglot.el
;; HEGAO_FOLDER holds 试稿.txt and a hegao.toml, HEGAO_PROGRAM is the program.  Ends with 0, or with what went wrong.

;; Before Emacs 29 eglot is a package of its own, and its folders are told by the system's.
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa*/*"))
  (add-to-list 'load-path folder))
(require 'eglot)
(require 'flymake)

(defun hegao-ensure ()
  "Checks the buffer with hegao when it is a draft: a file under a hegao.toml."
  (when (and buffer-file-name (locate-dominating-file buffer-file-name "hegao.toml"))
    (eglot-ensure)))
(add-to-list 'eglot-server-programs
             `((text-mode markdown-mode) . (,(getenv "HEGAO_PROGRAM") "server")))
(add-hook 'text-mode-hook #'hegao-ensure)
(setq eglot-sync-connect t
      eglot-send-changes-idle-time 0.1
      project-find-functions (list (lambda (_) (cons 'transient (getenv "HEGAO_FOLDER")))))

(defun wait-for (what holds)
  "Waits until HOLDS says so; only a hang ends it."
  (let ((end (+ (float-time) 60)))
    (while (progn
             ;; What an idle Emacs does by itself.
             (when (eglot-current-server) (eglot--signal-textDocument/didChange))
             (accept-process-output nil 0.05)
             (when flymake-mode (flymake-start))
             (not (funcall holds)))
      (when (> (float-time) end)
        (error "Not seen: %s" what)))))

(defun findings (count)
  (wait-for (format "%d findings" count) (lambda () (= count (length (flymake-diagnostics))))))

(defun go-to (words)
  (goto-char (point-min))
  (search-forward words))

(defun accept-completion (words)
  "Takes the proposal WORDS at the cursor as a user does who picks it."
  (let* ((found (eglot-completion-at-point))
         (picked (seq-find (lambda (one) (equal words (string-trim one)))
                           (all-completions "" (nth 2 found)))))
    (unless picked (error "Not offered: %s" words))
    (delete-region (nth 0 found) (nth 1 found))
    (insert picked)
    (funcall (plist-get (nthcdr 3 found) :exit-function) picked 'finished)))

(defun pick (title from to)
  "Makes the code action whose title holds TITLE."
  (let* ((actions (append (eglot-code-actions from to) nil))
         (action (seq-find (lambda (one) (string-match-p (regexp-quote title) (plist-get one :title))) actions)))
    (unless action (error "No action: %s" title))
    (unless (plist-get action :edit)
      (setq action (jsonrpc-request (eglot--current-server-or-lose) :codeAction/resolve action)))
    (eglot--apply-workspace-edit (plist-get action :edit))))

(find-file (expand-file-name "试稿.txt" (getenv "HEGAO_FOLDER")))
(set-buffer-file-coding-system 'utf-8-unix)
(buffer-enable-undo)
(run-hooks 'post-command-hook)
(wait-for "the server" #'eglot-current-server)
(flymake-mode 1)
(findings 2)
(go-to "建成项目12个。")
(undo-boundary)
(dolist (letter (string-to-list "全县上下攻艰克难。"))
  (insert letter))
(findings 3)
(undo-boundary)
(undo)
(findings 2)
(undo-boundary)
(go-to "群众更加满意。")
(insert "\n　　（")
(accept-completion "（四）")
(insert "平安鹿鸣建设有力有效")
(go-to "供给侧结构改革")
(pick "供给侧结构性改革" (match-beginning 0) (match-end 0))
(findings 1)
(go-to "（三）")
(pick "个编号依次重编" (match-beginning 0) (match-end 0))
(findings 0)
(unless (save-excursion (goto-char (point-min)) (search-forward "（三）平安鹿鸣" nil t))
  (error "Not renumbered: %s" (buffer-string)))
(save-buffer)
(let ((server (eglot-current-server)))
  (kill-buffer)
  (ignore-errors (eglot-shutdown server)))
(kill-emacs 0)
;;; eglot.el ends here
