-- Sends the same requests as dev.darkroom.bench.Load: wrk -s wrk.lua URL -- KEYS DEPTH [BODY]
local batches, following = {}, 0

function init(args)
  local keys, depth, body = {}, tonumber(args[2]), args[3]
  for key in args[1]:gmatch("[^,]+") do
    keys[#keys + 1] = key
  end
  for first = 1, #keys do
    local batch = {}
    for i = 0, depth - 1 do
      local headers = { Authorization = "Bearer " .. keys[(first + i - 1) % #keys + 1] }
      if body then
        headers["Content-Type"] = "application/json"
      end
      batch[#batch + 1] = wrk.format(body and "POST" or "GET", nil, headers, body)
    end
    batches[first] = table.concat(batch)
  end
end

function request()
  following = following % #batches + 1
  return batches[following]
end

function done(summary)
  local errors = summary.errors
  local wrong = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("%.1f %d", summary.requests / summary.duration * 1e6, wrong))
end
