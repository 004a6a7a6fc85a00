-- Waddle's requests, signed in with the token that the adapter's preparation left beside the data.
local base = "/api/v1/waddles/bench"
local f = assert(io.open(os.getenv("BENCH_WORK") .. "/waddle/token"))
local token = f:read("*l")
f:close()
local hg = { ["Authorization"] = "Bearer " .. token }
local hp = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
return {
  post = function(fmt, c, text)
    return fmt("POST", base .. "/channels/" .. c .. "/messages", hp, '{"content":"' .. text .. '"}') end,
  latest = function(fmt, c)
    return fmt("GET", base .. "/channels/" .. c .. "/messages?limit=50", hg) end,
  page = function(fmt, c, id)
    return fmt("GET", base .. "/channels/" .. c .. "/messages?limit=50&before=" .. id, hg) end,
  search = function(fmt, q)
    return fmt("GET", base .. "/search?q=" .. q:gsub(" ", "+") .. "&limit=25", hg) end,
}
