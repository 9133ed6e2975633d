--- :HegaoRenumber, the server's own action for the run of headings at the cursor.
local hegao = require('hegao')

local M = {}

local TITLE = '重新编号本级'

--- Applies an action, asking for its edit where the server has left that for later.
local function apply(action, client)
  if action.edit then
    return vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  end
  hegao.ask('codeAction/resolve', action, function(resolved)
    if resolved.edit then
      vim.lsp.util.apply_workspace_edit(resolved.edit, client.offset_encoding)
    end
  end)
end

function M.renumber()
  local client = hegao.client(0)
  if not client then
    return
  end
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding).position
  local params = {
    textDocument = hegao.document(),
    range = { start = position, ['end'] = position },
    context = { diagnostics = {}, only = { 'refactor.rewrite' } },
  }
  hegao.ask('textDocument/codeAction', params, function(actions)
    for _, action in ipairs(actions) do
      if action.title == TITLE then
        return apply(action, client)
      end
    end
    hegao.say('光标处的编号没有缺号、重号，不用重排（光标要放在序号上）')
  end)
end

return M
