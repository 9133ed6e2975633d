-- Configuration of the hegao language server for vim.lsp.enable('hegao') (Neovim 0.11 or newer).
-- plugin/hegao.lua enables it; see :help hegao.
return {
  cmd = { vim.g.hegao_program or 'hegao', 'server' },
  filetypes = { 'hegao', 'text', 'markdown' },
  -- Only drafts: a file of the type hegao, or any text under a hegao.toml.
  root_dir = function(buffer, attach)
    local hegao = require('hegao')
    local folder = hegao.root(buffer)
    if folder and vim.fn.executable(hegao.cmd()[1]) == 0 then
      hegao.missing()
    elseif folder then
      attach(folder)
    end
  end,
}
