-- A short session in a Neovim without a screen: open, type, undo, complete, fix, save, close. To be recorded:
--   HEGAO_FOLDER=… nvim --headless --clean -i NONE -n --cmd 'set rtp^=editors/neovim' --cmd 'let hegao_program="…"' -S nvim.lua
-- HEGAO_FOLDER holds 试稿.txt and a hegao.toml. Ends with 0, or with what went wrong and 1.

local function wait(what, holds)
  if not vim.wait(60000, holds, 20) then
    error('not seen: ' .. what)
  end
end

local function findings(count)
  wait(count .. ' findings', function() return #vim.diagnostic.get(0) == count end)
end

-- The answer of the server, asked at the cursor.
local function ask(method, context)
  local encoding = (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1].offset_encoding
  local params = vim.lsp.util.make_position_params(0, encoding)
  if context then
    params = { textDocument = params.textDocument, range = { start = params.position, ['end'] = params.position }, context = context }
  end
  for _, answer in pairs(assert(vim.lsp.buf_request_sync(0, method, params, 60000))) do
    return answer.result, encoding
  end
end

local function go_to(words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(words, 'cW') > 0, words)
end

local function accept_completion(words)
  local list, encoding = ask('textDocument/completion')
  for _, item in ipairs(list.items) do
    if item.label == words then
      return vim.lsp.util.apply_text_edits({ item.textEdit }, vim.api.nvim_get_current_buf(), encoding)
    end
  end
  error('not offered: ' .. words)
end

local function resolved(action)
  for _, answer in pairs(assert(vim.lsp.buf_request_sync(0, 'codeAction/resolve', action, 60000))) do
    return answer.result.edit
  end
end

local function make_fix(title)
  local actions, encoding = ask('textDocument/codeAction', { diagnostics = {}, only = { 'quickfix' } })
  for _, action in ipairs(actions) do
    if action.title:find(title, 1, true) then
      return vim.lsp.util.apply_workspace_edit(action.edit or resolved(action), encoding)
    end
  end
  error('no fix: ' .. title)
end

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.HEGAO_FOLDER .. '/试稿.txt'))
  findings(2)
  go_to('𠮷林路')
  vim.cmd('normal! A全县上下攻艰克难。')
  findings(3)
  vim.cmd('normal! u')
  findings(2)
  go_to('民生支出')
  vim.cmd('normal! o　　（')
  vim.cmd('normal! $')
  -- The cursor of completion stands behind the bracket.
  vim.opt.virtualedit = 'onemore'
  vim.fn.cursor(vim.fn.line('.'), vim.fn.col('$'))
  accept_completion('（四）')
  vim.cmd('normal! A平安鹿鸣建设有力有效')
  go_to('供给侧')
  make_fix('供给侧结构性改革')
  findings(1)
  go_to('（三）')
  vim.cmd('HegaoRenumber')
  findings(0)
  vim.cmd('silent write')
  vim.cmd('bdelete')
end

local well, problem = xpcall(session, debug.traceback)
if not well then
  io.stderr:write(problem, '\n')
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
