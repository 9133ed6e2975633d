--- :HegaoOutline, the outline with the characters of every part, as a location list.
local hegao = require('hegao')

local M = {}

local function items(symbols, depth, encoding, list)
  for _, symbol in ipairs(symbols) do
    local start = symbol.selectionRange.start
    local line = vim.api.nvim_buf_get_lines(0, start.line, start.line + 1, false)[1] or ''
    local column = start.character
    if encoding ~= 'utf-8' then
      column = vim.str_byteindex(line, math.min(start.character, vim.str_utfindex(line)), encoding == 'utf-16')
    end
    list[#list + 1] = {
      bufnr = vim.api.nvim_get_current_buf(),
      lnum = start.line + 1,
      col = column + 1,
      text = ('　'):rep(depth) .. symbol.name .. '　' .. (symbol.detail or ''),
    }
    items(symbol.children or {}, depth + 1, encoding, list)
  end
  return list
end

function M.show()
  hegao.ask('textDocument/documentSymbol', { textDocument = hegao.document() }, function(symbols, client)
    if #symbols == 0 then
      return hegao.say('这份稿件里没有找到标题')
    end
    vim.fn.setloclist(0, {}, ' ', { title = '大纲和字数', items = items(symbols, 0, client.offset_encoding, {}) })
    vim.cmd('lopen')
  end)
end

return M
