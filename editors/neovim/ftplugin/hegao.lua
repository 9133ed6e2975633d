-- How a draft is shown: one paragraph is one long line.
vim.opt_local.wrap = true
vim.opt_local.linebreak = false
vim.opt_local.breakindent = false
vim.opt_local.expandtab = true
-- Han characters may be broken at anywhere, and are joined without a space.
vim.opt_local.formatoptions:append('mM')
vim.opt_local.matchpairs:append({ '（:）', '《:》', '“:”', '‘:’', '〔:〕', '【:】' })

if vim.lsp.foldexpr then
  vim.opt_local.foldmethod = 'expr'
  vim.opt_local.foldexpr = 'v:lua.vim.lsp.foldexpr()'
  vim.opt_local.foldtext = ''
  -- All open until the user folds (zM, zc).
  vim.opt_local.foldlevel = 99
end

vim.b.undo_ftplugin = 'setlocal wrap< linebreak< breakindent< expandtab< formatoptions< matchpairs< '
  .. 'foldmethod< foldexpr< foldtext< foldlevel<'
