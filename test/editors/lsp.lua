-- What a user of Neovim does with a design: sees its diagnostics, hovers, completes, renames. Prints it as JSON.
-- $DESIGN is the file; $OUT gets the answers. Neovim before 0.11 does not read lsp/ by itself: the table is the same.

local config = dofile(vim.env.EDITORS .. '/neovim/lsp/netsplit.lua')
dofile(vim.env.EDITORS .. '/neovim/ftdetect/cap.lua')
vim.opt.runtimepath:append(vim.env.EDITORS .. '/neovim')
vim.cmd('filetype plugin on')
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DESIGN))

local client = vim.lsp.start_client({
  name = 'netsplit',
  cmd = config.cmd,
  root_dir = vim.fn.fnamemodify(vim.env.DESIGN, ':h'),
  init_options = config.init_options,
})
vim.lsp.buf_attach_client(0, client)

local PATIENCE_MS = 60000

local function waitFor(what, isThere)
  if not vim.wait(PATIENCE_MS, isThere, 20) then error('no ' .. what) end
end

local function diagnostics()
  return vim.tbl_map(function(one)
    return { line = one.lnum + 1, code = one.code or one.user_data.lsp.code, message = one.message }
  end, vim.diagnostic.get(0))
end

local function find(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = line:find(text, 1, true)
    if column then return number, column - 1 end
  end
  error(text .. ' is not there')
end

local function at(text)
  local line, column = find(text)
  vim.api.nvim_win_set_cursor(0, { line, column })
  return vim.lsp.util.make_position_params(0, 'utf-16')
end

local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, PATIENCE_MS))
  return assert(answers[client]).result
end

local seen = { filetype = vim.bo.filetype, commentstring = vim.bo.commentstring }
local VERDICT_LINE = find('pay:')
waitFor('verdicts', function()
  return #vim.diagnostic.get(0, { lnum = VERDICT_LINE - 1 }) > 0
end)
seen.diagnostics = diagnostics()

seen.hover = ask('textDocument/hover', at('pay:')).contents.value

vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'expect pay ' })
local params = at('expect pay ')
params.position.character = #'expect pay '
local items = ask('textDocument/completion', params)
seen.completion = vim.tbl_map(function(item) return item.label end, items.items or items)
vim.api.nvim_buf_set_lines(0, -2, -1, false, {})

local rename = at('pay:')
rename.newName = 'settle'
vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', rename), 'utf-16')
seen.renamed = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

vim.fn.writefile({ vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen) }, vim.env.OUT)
vim.cmd('qall!')
