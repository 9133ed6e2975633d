-- A draft: X.报告.txt anywhere, and every .txt under a hegao.toml.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = vim.api.nvim_create_augroup('hegao_ftdetect', {}),
  pattern = '*.txt',
  callback = function(event)
    local file = vim.api.nvim_buf_get_name(event.buf)
    if file:find('%.报告%.txt$') or require('hegao.folder').of(file) then
      vim.bo[event.buf].filetype = 'hegao'
    end
  end,
})
