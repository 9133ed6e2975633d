--- The server and its drafts.
local M = {}

M.name = 'hegao'

function M.say(message, level)
  vim.notify('核稿：' .. message, level or vim.log.levels.INFO)
end

--- The command that starts the server: the user's own (vim.lsp.config('hegao', { cmd = … })) or the default.
function M.cmd()
  local config = vim.fn.has('nvim-0.11') == 1 and vim.lsp.config[M.name] or nil
  return config and type(config.cmd) == 'table' and config.cmd or { vim.g.hegao_program or 'hegao', 'server' }
end

--- The folder that a buffer belongs to when it is a draft, else nil.
function M.root(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  local folder = file ~= '' and require('hegao.folder').of(file) or nil
  if folder or vim.bo[buffer].filetype ~= 'hegao' then
    return folder
  end
  return file ~= '' and vim.fn.fnamemodify(file, ':p:h') or vim.fn.getcwd()
end

--- Starts the server for a buffer, or attaches it to the one that runs (Neovim before 0.11).
function M.start(buffer)
  local root = M.root(buffer)
  if not root then
    return
  end
  local config = { name = M.name, cmd = M.cmd(), root_dir = root }
  if vim.fn.executable(config.cmd[1]) == 0 then
    M.missing()
  elseif vim.lsp.start then
    vim.api.nvim_buf_call(buffer, function() vim.lsp.start(config) end)
  else
    M.clients = M.clients or {}
    local id = M.clients[root]
    if not (id and vim.lsp.get_client_by_id(id)) then
      id = vim.lsp.start_client(config)
      M.clients[root] = id
    end
    vim.lsp.buf_attach_client(buffer, id)
  end
end

--- Says once that there is no program, and what to do.
function M.missing()
  vim.notify_once(
    '核稿：没有找到程序 ' .. M.cmd()[1] .. '，稿件暂时没有校对。安装办法见 :help hegao-install',
    vim.log.levels.ERROR
  )
end

--- The client of a buffer, or nil.
function M.attached(buffer)
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, client in ipairs(get()) do
    if client.name == M.name and vim.lsp.buf_is_attached(buffer, client.id) then
      return client
    end
  end
end

--- The client of a buffer, or nil and a word to the user.
function M.client(buffer)
  local client = M.attached(buffer)
  if client then
    return client
  end
  M.say('这个文件没有在校对。稿件应放在有 hegao.toml 的文件夹里，或 :setfiletype hegao', vim.log.levels.WARN)
end

--- Asks the server of the current buffer, and hands the answer on.
function M.ask(method, params, hand)
  local buffer = vim.api.nvim_get_current_buf()
  local client = M.client(buffer)
  if not client then
    return
  end
  local function answered(error, result)
    if error then
      M.say(error.message or tostring(error), vim.log.levels.ERROR)
    elseif result and result ~= vim.NIL then
      hand(result, client)
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, answered, buffer)
  else
    client.request(method, params, answered, buffer)
  end
end

function M.document()
  return { uri = vim.uri_from_bufnr(0) }
end

return M
