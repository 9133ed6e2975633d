-- Configuration of the hegao language server for vim.lsp.enable('hegao') (Neovim 0.11 or newer).
-- With this folder on the runtime path:
--   vim.opt.runtimepath:append('/path/to/hegao/editors/neovim')
--   vim.lsp.enable('hegao')
return {
  cmd = { 'hegao', 'server' },
  filetypes = { 'text', 'markdown' },
  root_markers = { 'hegao.toml', '.git' },
}
