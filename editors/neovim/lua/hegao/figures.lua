--- :HegaoFigures, every figure of the draft as a location list, with what arithmetic says of it.
local hegao = require('hegao')

local M = {}

local function item(figure)
  local line = vim.fn.getline(figure.line)
  local checks = {}
  for _, check in ipairs(figure.checks) do
    checks[#checks + 1] = (check.holds and '✓ ' or '✗ ') .. check.shown
  end
  local words = { figure.period, figure.scope, figure.indicator, figure.number .. figure.unit, table.concat(checks, '；') }
  return {
    bufnr = vim.api.nvim_get_current_buf(),
    lnum = figure.line,
    col = vim.fn.byteidx(line, figure.column - 1) + 1,
    text = table.concat(vim.tbl_filter(function(word) return word ~= '' end, words), '　'),
  }
end

function M.show()
  local program = hegao.cmd()[1]
  if vim.fn.executable(program) == 0 then
    return hegao.missing()
  end
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
  local out = vim.fn.system({ program, 'figures', '--format', 'json', '-' }, text)
  local ok, sheets = pcall(vim.fn.json_decode, out)
  if vim.v.shell_error ~= 0 or not ok then
    return hegao.say('没有读出来：' .. vim.trim(out), vim.log.levels.ERROR)
  end
  vim.fn.setloclist(0, {}, ' ', { title = '指标台账', items = vim.tbl_map(item, sheets[1].figures) })
  vim.cmd('lopen')
end

return M
