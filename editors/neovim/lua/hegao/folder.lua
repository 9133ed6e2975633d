local M = {}

--- The nearest folder with a hegao.toml, from a file upwards, as the server and the command line look for it.
--- (vim.fs is not there before Neovim 0.8.)
function M.of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  while true do
    if vim.fn.filereadable(folder .. '/hegao.toml') == 1 then
      return folder
    end
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then
      return nil
    end
    folder = parent
  end
end

return M
