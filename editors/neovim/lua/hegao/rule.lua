--- :HegaoRule, the manual of a rule in a floating window.
local hegao = require('hegao')

local M = {}

local function program()
  return hegao.cmd()[1]
end

--- The names of all rules that begin with some letters.
function M.complete(lead)
  local names = {}
  for _, line in ipairs(vim.fn.systemlist({ program(), 'rule' })) do
    local name = line:match('^%S+')
    if name and vim.startswith(name, lead) then
      names[#names + 1] = name
    end
  end
  return names
end

local function rule_at_cursor()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  for _, found in ipairs(vim.diagnostic.get(0, { lnum = row - 1 })) do
    if found.source == 'hegao' and found.col <= column and column <= found.end_col then
      return found.code or found.user_data.lsp.code
    end
  end
end

local function open(rule)
  local manual = vim.fn.systemlist({ program(), 'rule', rule })
  vim.lsp.util.open_floating_preview(manual, 'markdown', { border = 'rounded', focus_id = 'hegao-rule', wrap = true })
end

--- The manual of a named rule, of the finding at the cursor, or of one that is picked.
function M.show(name)
  if vim.fn.executable(program()) == 0 then
    return hegao.missing()
  end
  local rule = name ~= '' and name or rule_at_cursor()
  if rule then
    return open(rule)
  end
  vim.ui.select(M.complete(''), { prompt = '查看哪条规则的说明？' }, function(picked)
    if picked then
      open(picked)
    end
  end)
end

return M
