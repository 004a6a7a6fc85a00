-- Posts to 16 communities at random, signed in with the token that the adapter's preparation left beside the data.
local f = assert(io.open(os.getenv("BENCH_WORK") .. "/waddle16/token"))
local token = f:read("*l")
f:close()
local hp = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
return {
  post = function(fmt, c, text)
    local path = "/api/v1/waddles/bench-" .. math.random(0, 15) .. "/channels/" .. c .. "/messages"
    return fmt("POST", path, hp, '{"content":"' .. text .. '"}') end,
}
