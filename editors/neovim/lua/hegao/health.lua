--- :checkhealth hegao
local hegao = require('hegao')

local M = {}

-- Neovim 0.7 has it as a module of another name.
local health = vim.health or require('health')
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local warn = health.warn or health.report_warn
local fail = health.error or health.report_error

local function program()
  local name = hegao.cmd()[1]
  if vim.fn.executable(name) == 0 then
    return fail('没有找到程序 ' .. name, {
      '在 hegao 的仓库目录下执行 cargo install --path .',
      '或者写明位置，见 :help hegao-program',
    })
  end
  local version = vim.trim(vim.fn.system({ name, '--version' }))
  if vim.v.shell_error ~= 0 or not vim.startswith(version, 'hegao ') then
    return fail(vim.fn.exepath(name) .. ' 不能用：' .. version)
  end
  ok(version .. '（' .. vim.fn.exepath(name) .. '）')
end

local function drafts()
  local count = 0
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local file = vim.api.nvim_buf_get_name(buffer)
    if vim.api.nvim_buf_is_loaded(buffer) and file ~= '' and hegao.root(buffer) then
      local attached = hegao.attached(buffer) ~= nil
      local say = attached and ok or warn
      say(vim.fn.fnamemodify(file, ':~:.') .. (attached and ' 正在校对' or ' 没有在校对，见 :LspLog 或 :messages'))
      count = count + 1
    end
  end
  if count == 0 then
    warn('没有打开的稿件', { '稿件放在有 hegao.toml 的文件夹里（空的也可以），或者 :setfiletype hegao' })
  end
end

function M.check()
  start('核稿 hegao')
  if vim.fn.has('nvim-0.7') == 0 then
    return fail('需要 Neovim 0.7 以上')
  end
  local version = vim.version()
  local kind = vim.fn.has('nvim-0.11') == 1 and '用 vim.lsp.enable' or '较早的版本，用 vim.lsp.start'
  ok(('Neovim %d.%d.%d（%s）'):format(version.major, version.minor, version.patch, kind))
  program()
  drafts()
end

return M
