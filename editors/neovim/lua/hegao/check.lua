--- :HegaoCheck, all drafts of a folder, as a quickfix list.
local hegao = require('hegao')

local M = {}

local KIND = { error = 'E', warning = 'W', info = 'I', hint = 'N' }

--- Byte column from 1 for a column in characters from 1.
local function column(lines, line, characters)
  local text = lines[line] or ''
  return vim.fn.byteidx(text, characters - 1) + 1
end

local function items(findings, folder)
  local read, list = {}, {}
  for _, found in ipairs(findings) do
    local file = found.path:find('^/') and found.path or (folder .. '/' .. found.path)
    read[file] = read[file] or vim.fn.readfile(file)
    local start = found.range.start
    list[#list + 1] = {
      filename = file,
      lnum = start.line,
      col = math.max(1, column(read[file], start.line, start.column)),
      type = KIND[found.severity],
      text = found.message .. '（' .. found.rule .. '）',
    }
  end
  return list
end

local function report(code, out, err, folder)
  local ok, findings = pcall(vim.fn.json_decode, out)
  -- 2 is a file or a configuration that could not be read; the others were checked.
  if code > 2 or not ok then
    return hegao.say('没有查成：' .. err, vim.log.levels.ERROR)
  end
  if code == 2 then
    hegao.say(vim.trim(err), vim.log.levels.WARN)
  end
  vim.fn.setqflist({}, ' ', { title = '核稿', items = items(findings, folder) })
  hegao.say(#findings == 0 and '没有问题' or ('共 ' .. #findings .. ' 处问题'))
  if #findings > 0 then
    vim.cmd('copen')
  end
end

--- Checks a folder or a file; without one, the folder of the current draft.
function M.run(path)
  local program = hegao.cmd()[1]
  if vim.fn.executable(program) == 0 then
    return hegao.missing()
  end
  local folder = hegao.root(0) or vim.fn.getcwd()
  local target = path ~= '' and vim.fn.fnamemodify(path, ':p') or '.'
  local out, err = {}, {}
  vim.fn.jobstart({ program, 'lint', '--format', 'json', target }, {
    cwd = folder,
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, data) out = data end,
    on_stderr = function(_, data) err = data end,
    on_exit = function(_, code) report(code, table.concat(out, '\n'), table.concat(err, '\n'), folder) end,
  })
end

return M
