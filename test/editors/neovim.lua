-- Plays what somebody does in Neovim with a policy, with Neovim's own client and its own list of code actions. What was seen is written as JSON; the
-- test beside this file says what it should be. Runs from version 0.7 on.
local out = vim.env.EDITOR_RESULT
local patience = 120000
local seen = { notified = {}, step = 'start' }

local function write()
  local file = assert(io.open(out, 'w'))
  file:write(vim.json.encode(seen))
  file:close()
end

-- Waits until something holds; what never holds ends everything, and the name says what it was.
local function await(what, holds)
  seen.step = what
  if not vim.wait(patience, holds, 20) then error('Waited in vain: ' .. what) end
end

vim.notify = function(message)
  table.insert(seen.notified, tostring(message))
end

local function play()
  seen.version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor)
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.EDITOR_POLICY))
  local buffer = vim.api.nvim_get_current_buf()
  local original = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local ready = false
  local id = vim.lsp.start_client({
    name = 'apim-token-doctor',
    cmd = vim.json.decode(vim.env.EDITOR_SERVER),
    root_dir = vim.env.EDITOR_FOLDER,
    init_options = { apimTokenDoctor = { rules = { ['unknown-attribute'] = 'off' } } },
    on_attach = function() ready = true end,
    handlers = {
      ['window/logMessage'] = function(_, result) table.insert(seen.notified, result.message) end,
      ['window/showMessage'] = function(_, result) table.insert(seen.notified, result.message) end,
    },
  })
  vim.lsp.buf_attach_client(buffer, id)
  await('the server answers', function() return ready end)
  local client = vim.lsp.get_client_by_id(id)
  seen.commands = (client.server_capabilities.executeCommandProvider or {}).commands

  local function codes()
    local found = {}
    for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
      local code = diagnostic.code or ((diagnostic.user_data or {}).lsp or {}).code
      found[code] = diagnostic
    end
    return found
  end

  local function request(method, params)
    local answer, failure = client.request_sync(method, params, patience, buffer)
    if not answer then error(method .. ': ' .. tostring(failure)) end
    if answer.err then error(method .. ': ' .. answer.err.message) end
    return answer.result
  end

  local function goTo(piece)
    for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      local column = line:find(piece, 1, true)
      if column then
        vim.api.nvim_win_set_cursor(0, { number, column })
        return
      end
    end
    error('The policy has no ' .. piece)
  end

  -- Findings that need no token, and those that the workspace's own files decide.
  await('findings', function() return codes()['element-order'] ~= nil end)
  seen.before = vim.tbl_keys(codes())

  goTo('{{tenant')
  seen.hover = request('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding)).contents.value
  goTo('<audiences')
  local completion = request('textDocument/completion', vim.lsp.util.make_position_params(0, client.offset_encoding))
  seen.completion = {}
  for _, item in ipairs(completion.items or completion) do table.insert(seen.completion, item.label) end

  seen.token = request('workspace/executeCommand', { command = 'apimTokenDoctor.server.setToken', arguments = { vim.env.EDITOR_TOKEN } })
  await('findings about the token', function() return codes()['external-id-unsupported'] ~= nil end)
  seen.after = vim.tbl_keys(codes())
  seen.report = request('workspace/executeCommand', {
    command = 'apimTokenDoctor.server.showReport',
    arguments = { vim.uri_from_bufnr(buffer) },
  })

  -- Every fix, chosen from Neovim's own list as a person chooses it.
  local function choose(position, pick)
    local answered = false
    vim.ui.select = function(items, _, choice)
      answered = true
      choice(pick(items))
    end
    vim.api.nvim_win_set_cursor(0, position)
    vim.lsp.buf.code_action()
    await('the list of fixes', function() return answered end)
  end
  local function actionOf(item) return item[2] or item.action end
  local function text() return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') end

  seen.fixes = {}
  local tried = {}
  for _, diagnostic in pairs(codes()) do
    local position = { diagnostic.lnum + 1, diagnostic.col }
    local titles = {}
    choose(position, function(items)
      for _, item in ipairs(items) do
        local action = actionOf(item)
        if not action.command and not tried[action.title] then table.insert(titles, action.title) end
      end
    end)
    for _, title in ipairs(titles) do
      tried[title] = true
      choose(position, function(items)
        for _, item in ipairs(items) do
          if actionOf(item).title == title then return item end
        end
        error('No longer offered: ' .. title)
      end)
      local before = table.concat(original, '\n')
      await(title, function() return text() ~= before end)
      table.insert(seen.fixes, { title = title, text = text() })
      vim.api.nvim_buf_set_lines(buffer, 0, -1, false, original)
    end
  end

  seen.cleared = request('workspace/executeCommand', { command = 'apimTokenDoctor.server.clearToken' })
  await('no findings about the token', function() return codes()['external-id-unsupported'] == nil end)
  seen.step = 'done'
end

local ok, problem = pcall(play)
if not ok then seen.problem = tostring(problem) end
write()
vim.cmd('qall!')
