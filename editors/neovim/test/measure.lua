-- Measures keystroke to diagnostics: run as journey.lua is, with HEGAO_EXAMPLE a draft to take paragraphs from.
-- Prints milliseconds; judges nothing.

local CHARACTERS, TIMES = 20000, 50

local function draft()
  local example = vim.fn.readfile(vim.env.HEGAO_EXAMPLE)
  local lines, count = {}, 0
  while count < CHARACTERS do
    local line = example[#lines % #example + 1]
    lines[#lines + 1] = line
    count = count + vim.fn.strchars(line)
  end
  lines[#lines + 1] = '　　我们要'
  return lines
end

local function wait(holds)
  return vim.wait(30000, holds, 1) or error('nothing came')
end

local folder = vim.env.HEGAO_FOLDER
vim.fn.writefile({}, folder .. '/hegao.toml')
vim.fn.writefile(draft(), folder .. '/长稿.txt')
local opened, shown = vim.loop.hrtime(), nil
vim.api.nvim_create_autocmd('DiagnosticChanged', { callback = function() shown = vim.loop.hrtime() end })
vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/长稿.txt'))
wait(function() return shown end)
print(('\nopened to diagnostics: %.0f ms, %d characters'):format((shown - opened) / 1e6, vim.fn.wordcount().chars))

local last = vim.api.nvim_buf_line_count(0) - 1
local function at_end(old, new)
  local line = vim.fn.getline(last + 1)
  vim.api.nvim_buf_set_text(0, last, #line - #old, last, #line, { new })
end
local function wrong()
  return #vim.diagnostic.get(0, { lnum = last }) > 0
end
local times = {}
for _ = 1, TIMES do
  at_end('', '攻艰克')
  vim.wait(300)
  local typed = vim.loop.hrtime()
  at_end('', '难')
  wait(wrong)
  times[#times + 1] = (shown - typed) / 1e6
  at_end('攻艰克难', '')
  wait(function() return not wrong() end)
end
table.sort(times)
print(('\nlast character to diagnostics: median %.0f, p95 %.0f, max %.0f ms (%d times)'):format(
  times[math.ceil(TIMES / 2)], times[math.ceil(TIMES * 0.95)], times[TIMES], TIMES))
vim.cmd('qall!')
