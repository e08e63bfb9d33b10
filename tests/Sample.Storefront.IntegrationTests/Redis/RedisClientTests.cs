using NUnit.Framework;
using Sample.Storefront.Redis;
using Shouldly;

namespace Sample.Storefront.IntegrationTests.Redis;

[Category("Integration")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RedisClientTests : IAsyncDisposable
{
    private RedisClient? _redis;

    [SetUp]
    public async Task ConnectAsync() => _redis = new RedisClient((await SharedServers.Redis).Address, TimeProvider.System) { Limit = TimeSpan.FromSeconds(10) };

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }

    [Test]
    public async Task Each_of_many_questions_at_once_gets_its_own_answer()
    {
        var words = Enumerable.Range(0, 2_000).Select(number => $"{number}:{new string('x', number % 97)}").ToList();

        var answers = await Task.WhenAll(words.Select(word => SendAsync("ECHO", word)));

        answers.Cast<RespReply.Bulk>().Select(answer => answer.Text).ShouldBe(words);
    }

    [Test]
    public async Task Many_commands_in_one_go_are_answered_in_their_order()
    {
        var key = Key();

        var answers = await _redis!.SendAsync([.. Enumerable.Range(0, 5_000).Select(_ => RespCommand.Of("INCR", key)), RespCommand.Of("DEL", key)], CancellationToken.None);

        answers[..^1].Cast<RespReply.Number>().Select(answer => answer.Value).ShouldBe(Enumerable.Range(1, 5_000).Select(number => (long)number));
    }

    [Test]
    public async Task Who_gives_up_takes_nobody_elses_answer()
    {
        var key = Key();
        for (var round = 0; round < 50; round++)
        {
            using var impatience = new CancellationTokenSource();
            var given = Enumerable.Range(0, 20).Select(number => _redis!.SendAsync(RespCommand.Of("ECHO", $"given up {number}"), impatience.Token)).ToList();
            var kept = Enumerable.Range(0, 20).Select(number => SendAsync("ECHO", $"kept {number}")).ToList();
            await impatience.CancelAsync();
            await Task.WhenAll(given).ContinueWith(_ => { }, TaskScheduler.Default);

            (await Task.WhenAll(kept)).Cast<RespReply.Bulk>().Select(answer => answer.Text).ShouldBe(Enumerable.Range(0, 20).Select(number => $"kept {number}"));
        }

        (await SendAsync("EXISTS", key)).ShouldBe(new RespReply.Number(0));
    }

    [Test]
    public async Task Text_of_any_kind_and_size_comes_back_as_it_was()
    {
        var key = Key();
        string[] texts = ["", " ", "\r\n", "$5\r\nhello\r\n", "ü😀\0\u2028", new string('ß', 3_000_000)];

        foreach (var text in texts)
        {
            (await SendAsync("SET", key, text)).ShouldBe(new RespReply.Line("OK"));
            ((RespReply.Bulk)await SendAsync("GET", key)).Text.ShouldBe(text);
        }

        await SendAsync("DEL", key);
        (await SendAsync("GET", key)).ShouldBe(new RespReply.Nothing());
    }

    [Test]
    public async Task A_refusal_names_the_servers_reason_and_the_connection_goes_on()
    {
        var key = Key();
        await SendAsync("SET", key, "text");

        var refused = await Should.ThrowAsync<RedisException>(() => SendAsync("HGETALL", key));
        var half = await Should.ThrowAsync<RedisException>(() => _redis!.TransactAsync([RespCommand.Of("HGETALL", key), RespCommand.Of("DEL", key)], CancellationToken.None));

        refused.Message.ShouldContain("WRONGTYPE");
        half.Message.ShouldContain("WRONGTYPE");
        (await SendAsync("EXISTS", key)).ShouldBe(new RespReply.Number(0));
    }

    [Test]
    public async Task A_wrong_password_is_refused_and_not_told()
    {
        var address = (await SharedServers.Redis).Address;
        Assume.That(address.Password, Is.Not.Null.And.Not.Empty);
        await using var stranger = new RedisClient(address with { Password = "wr0ng-and-s3cret" }, TimeProvider.System);

        var refused = await Should.ThrowAsync<RedisException>(() => stranger.SendAsync(RespCommand.Of("PING"), CancellationToken.None));

        refused.Message.ShouldContain("WRONGPASS");
        refused.ToString().ShouldNotContain("wr0ng-and-s3cret");
    }

    private static string Key() => $"storefront:test:{Sample.Storefront.Carts.CartId.Create().Text}";

    private Task<RespReply> SendAsync(params string[] words) => _redis!.SendAsync(RespCommand.Of(words), CancellationToken.None);
}
