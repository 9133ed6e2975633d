-- A drafter's way through the plugin, in a Neovim without a screen:
--   HEGAO_FOLDER=… nvim --headless --clean -i NONE -n --cmd 'set rtp^=editors/neovim' --cmd 'let hegao_program="…"' -S journey.lua
-- HEGAO_FOLDER is an empty folder for drafts. Ends with “ok” and 0, or with what went wrong and 1.

local folder = vim.env.HEGAO_FOLDER
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h')

local DRAFT = {
  '政府工作报告',
  '',
  '各位代表：',
  '　　一、2025年工作回顾',
  '　　（一）经济运行稳中有进',
  '　　𠮷林路通车。深入推进供给侧结构改革，建成项目12个。',
  '　　（三）民生福祉不断增进',
  '　　民生支出持续增加，群众更加满意。',
  '　　二、2026年工作安排',
  '　　全面完成各项目标任务。',
}

local function write(name, lines)
  vim.fn.writefile(lines, folder .. '/' .. name)
  return folder .. '/' .. name
end

-- Ends a hang; nothing is measured by it.
local function wait(what, holds)
  if not vim.wait(60000, holds, 20) then
    error('not seen: ' .. what .. '\n' .. vim.fn.execute('messages'))
  end
end

local function equal(expected, seen)
  if not vim.deep_equal(expected, seen) then
    error(('expected %s, saw %s'):format(vim.inspect(expected), vim.inspect(seen)), 2)
  end
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    found[#found + 1] = diagnostic.code or diagnostic.user_data.lsp.code
  end
  table.sort(found)
  return found
end

local function put_cursor(words)
  vim.fn.cursor(1, 1)
  if vim.fn.search(words, 'cW') == 0 then
    error('no such words: ' .. words)
  end
end

local journey = {}

function journey.a_draft_is_known_and_its_faults_are_shown()
  write('hegao.toml', {})
  vim.cmd('edit ' .. vim.fn.fnameescape(write('试稿.txt', DRAFT)))
  equal('hegao', vim.bo.filetype)
  wait('two findings', function() return #vim.diagnostic.get(0) == 2 end)
  equal({ 'numbering/gap', 'phrase/wrong' }, codes())
  -- The place is right behind a character of four bytes.
  for _, found in ipairs(vim.diagnostic.get(0)) do
    local line = vim.fn.getline(found.lnum + 1)
    if found.message:find('供给侧') then
      equal('供给侧结构改革', line:sub(found.col + 1, found.end_col))
    end
  end
end

function journey.a_text_that_is_no_draft_is_left_alone()
  local other = vim.fn.tempname() .. '.txt'
  vim.fn.writefile(DRAFT, other)
  vim.cmd('edit ' .. vim.fn.fnameescape(other))
  equal('text', vim.bo.filetype)
  equal(nil, require('hegao').attached(vim.api.nvim_get_current_buf()))
  vim.cmd('bwipeout')
  vim.fn.delete(other)
end

function journey.the_outline_tells_characters()
  vim.cmd('HegaoOutline')
  wait('the outline', function() return #vim.fn.getloclist(0) > 0 end)
  local texts = vim.tbl_map(function(item) return item.text end, vim.fn.getloclist(0))
  equal('　（一）经济运行稳中有进', (texts[3]:gsub('　%d+字$', ''):gsub('^　', '')))
  assert(texts[3]:find('%d+字$'), texts[3])
  vim.cmd('lclose')
end

function journey.the_figures_are_listed()
  vim.cmd('HegaoFigures')
  local found = vim.fn.getloclist(0)
  vim.cmd('lclose')
  equal(1, #found)
  equal('12', vim.fn.getline(found[1].lnum):sub(found[1].col, found[1].col + 1))
end

function journey.sections_fold()
  if not vim.lsp.foldexpr then
    return 'no folds by LSP in this version'
  end
  wait('a fold at the first heading', function() return vim.fn.foldlevel(5) > vim.fn.foldlevel(3) end)
end

function journey.a_level_is_numbered_anew()
  put_cursor('（三）')
  vim.cmd('HegaoRenumber')
  wait('the new ordinal', function() return vim.fn.getline(7) == '　　（二）民生福祉不断增进' end)
  wait('one finding', function() return #vim.diagnostic.get(0) == 1 end)
end

function journey.typing_is_followed()
  local function at(column)
    return function()
      local found = vim.diagnostic.get(0)[1]
      return found and found.col == column
    end
  end
  local before = vim.diagnostic.get(0)[1].col
  vim.api.nvim_buf_set_text(0, 5, 0, 5, 0, { '　　𠮷' })
  wait('the finding further right', at(before + #'　　𠮷'))
  vim.api.nvim_buf_set_text(0, 5, 0, 5, #'　　𠮷', { '' })
  wait('the finding where it was', at(before))
end

function journey.the_manual_of_the_finding_at_the_cursor_is_shown()
  put_cursor('供给侧')
  local before = #vim.api.nvim_list_wins()
  vim.cmd('HegaoRule')
  equal(before + 1, #vim.api.nvim_list_wins())
  vim.cmd('only')
  assert(vim.tbl_contains(require('hegao.rule').complete('numbering/'), 'numbering/gap'))
end

function journey.a_folder_is_checked_as_a_list()
  vim.cmd('silent write')
  vim.cmd('HegaoCheck')
  wait('the list', function() return #vim.fn.getqflist() > 0 end)
  local found = vim.fn.getqflist()[1]
  equal(6, found.lnum)
  vim.cmd('cclose')
  equal('供给侧', vim.fn.getline(6):sub(found.col, found.col + 8))
end

function journey.checkhealth_tells_how_it_stands()
  vim.cmd('checkhealth hegao')
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  assert(report:find('正在校对', 1, true) and report:find('hegao 0', 1, true), report)
  assert(not report:find('ERROR'), report)
end

function journey.the_help_is_found_in_both_languages()
  vim.cmd('helptags ' .. vim.fn.fnameescape(here .. '/doc'))
  for _, tag in ipairs({ 'hegao@en', 'hegao@cn', ':HegaoCheck@cn', 'hegao-install@en' }) do
    vim.cmd('help ' .. tag)
    assert(vim.api.nvim_buf_get_name(0):find(tag:find('@cn') and 'hegao.cnx' or 'hegao.txt', 1, true), tag)
  end
end

local ORDER = {
  'a_draft_is_known_and_its_faults_are_shown', 'the_outline_tells_characters', 'the_figures_are_listed',
  'sections_fold',
  'a_level_is_numbered_anew', 'typing_is_followed', 'the_manual_of_the_finding_at_the_cursor_is_shown',
  'a_folder_is_checked_as_a_list', 'a_text_that_is_no_draft_is_left_alone', 'checkhealth_tells_how_it_stands',
  'the_help_is_found_in_both_languages',
}

vim.opt.hidden = true
for _, name in ipairs(ORDER) do
  local well, problem = xpcall(journey[name], debug.traceback)
  io.stdout:write(well and ('ok ' .. name .. (problem and ' (' .. problem .. ')' or '')) or ('FAILED ' .. name .. '\n' .. problem), '\n')
  if not well then
    vim.cmd('cquit 1')
  end
end
io.stdout:write('ok\n')
vim.cmd('qall!')
