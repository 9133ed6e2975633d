-- Starts the server for drafts and defines the commands; see :help hegao.
if vim.g.loaded_hegao then
  return
end
vim.g.loaded_hegao = true

if vim.fn.has('nvim-0.7') == 0 then
  vim.notify('核稿：需要 Neovim 0.7 以上', vim.log.levels.WARN)
  return
end

if vim.fn.has('nvim-0.11') == 1 then
  vim.lsp.enable('hegao')
else
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('hegao', {}),
    pattern = { 'hegao', 'text', 'markdown' },
    callback = function(event)
      require('hegao').start(event.buf)
    end,
  })
end

local command = vim.api.nvim_create_user_command
command('HegaoCheck', function(opts) require('hegao.check').run(opts.args) end, {
  nargs = '?', complete = 'file', desc = '校对整个文件夹，结果列入 quickfix',
})
command('HegaoFigures', function() require('hegao.figures').show() end, { desc = '指标台账：全稿的数字' })
command('HegaoOutline', function() require('hegao.outline').show() end, { desc = '大纲和各部分字数' })
command('HegaoRenumber', function() require('hegao.actions').renumber() end, { desc = '重新编号本级' })
command('HegaoRule', function(opts) require('hegao.rule').show(opts.args) end, {
  nargs = '?',
  complete = function(lead) return require('hegao.rule').complete(lead) end,
  desc = '查看规则说明',
})
