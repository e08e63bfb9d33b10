using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Agent;

public sealed class ProxyForwardingTests
{
    private ProxyFixture _proxy = null!;

    [SetUp]
    public async Task SetUpAsync() => _proxy = await ProxyFixture.StartAsync();

    [TearDown]
    public async Task TearDownAsync() => await _proxy.DisposeAsync();

    [TestCase(1)]
    [TestCase(2)]
    public async Task A_request_and_its_answer_pass_unchanged_with_either_version(int major)
    {
        _proxy.Route(("v1", 100, [await _proxy.ServeAsync(async context =>
        {
            context.Response.StatusCode = 418;
            context.Response.Headers["X-Answer"] = "yes";
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            var raw = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            await context.Response.WriteAsync($"{context.Request.Method} {raw} {context.Request.Host} {body}");
        })]));
        using var request = new HttpRequestMessage(HttpMethod.Put, "/a%2Fb/../c?q=%20x")
        {
            RequestUri = new Uri(_proxy.Address + "a%2Fb?q=%20x"),
            Content = new StringContent("the body"),
            Version = new Version(major, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Version = major == 1 ? HttpVersion.Version11 : HttpVersion.Version20;

        using var response = await _proxy.Client.SendAsync(request);

        response.Version.Major.ShouldBe(major);
        ((int)response.StatusCode).ShouldBe(418);
        response.Headers.GetValues("X-Answer").ShouldBe(["yes"]);
        (await response.Content.ReadAsStringAsync()).ShouldBe($"PUT /a%2Fb?q=%20x {_proxy.Address.Authority} the body");
    }

    [Test]
    public async Task Fields_for_the_next_hop_stay_and_the_client_is_told_on()
    {
        _proxy.Route(("v1", 100, [await _proxy.ServeAsync(context =>
        {
            context.Response.Headers.Connection = "X-Hop";
            context.Response.Headers["X-Hop"] = "1";
            context.Response.Headers["Keep-Alive"] = "timeout=5";
            return context.Response.WriteAsync(string.Join('\n', context.Request.Headers.Select(field => $"{field.Key}: {field.Value}")));
        })]));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Connection.Add("X-Secret");
        request.Headers.Add("X-Secret", "hop");
        request.Headers.Add("Proxy-Authorization", "no");
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var response = await _proxy.Client.SendAsync(request);

        var seen = await response.Content.ReadAsStringAsync();
        seen.ShouldNotContain("X-Secret");
        seen.ShouldNotContain("Proxy-Authorization");
        seen.ShouldContain("X-Forwarded-For: 192.0.2.1, 127.0.0.1");
        seen.ShouldContain("X-Forwarded-Proto: http");
        seen.ShouldContain($"X-Forwarded-Host: {_proxy.Address.Authority}");
        seen.ShouldContain("traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        response.Headers.Contains("X-Hop").ShouldBeFalse();
        response.Headers.Contains("Keep-Alive").ShouldBeFalse();
    }

    [Test]
    public async Task A_body_streams_in_both_directions_before_it_is_complete()
    {
        var goOn = new TaskCompletionSource();
        _proxy.Route(("v1", 100, [await _proxy.ServeAsync(async context =>
        {
            await context.Response.WriteAsync("first ");
            await goOn.Task;
            await context.Response.WriteAsync("second");
        })]));

        using var response = await _proxy.Client.GetAsync(_proxy.Address, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var piece = new byte[100];
        var read = await stream.ReadAsync(piece);
        goOn.SetResult();
        using var reader = new StreamReader(stream);
        var rest = await reader.ReadToEndAsync();

        Encoding.UTF8.GetString(piece, 0, read).ShouldBe("first ");
        rest.ShouldBe("second");
    }

    [Test]
    public async Task A_grpc_call_talks_both_ways_at_once_and_ends_with_trailers()
    {
        _proxy.Route(("v1", 100, [await _proxy.ServeAsync(
            async context =>
            {
                context.Response.ContentType = "application/grpc";
                await context.Response.StartAsync();
                await context.Request.Body.CopyToAsync(context.Response.Body);
                context.Response.AppendTrailer("grpc-status", "0");
            },
            HttpProtocols.Http2)]));
        var pipe = new System.IO.Pipelines.Pipe();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Echo/Talk")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new TalkingContent(pipe.Reader),
        };
        request.Content.Headers.ContentType = new("application/grpc");
        request.Headers.TE.Add(new("trailers"));
        await pipe.Writer.WriteAsync("ping"u8.ToArray());

        using var response = await _proxy.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var echo = new byte[4];
        await stream.ReadExactlyAsync(echo);
        await pipe.Writer.CompleteAsync();
        var end = await stream.ReadAsync(new byte[1]);

        Encoding.UTF8.GetString(echo).ShouldBe("ping");
        end.ShouldBe(0);
        response.TrailingHeaders.GetValues("grpc-status").ShouldBe(["0"]);
    }

    [Test]
    public async Task A_web_socket_echoes_through_the_proxy()
    {
        _proxy.Route(("v1", 100, [await _proxy.ServeAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[64];
            var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
            await socket.SendAsync(buffer.AsMemory(0, received.Count), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        })]));
        using var client = new ClientWebSocket();

        await client.ConnectAsync(new UriBuilder(_proxy.Address) { Scheme = "ws" }.Uri, CancellationToken.None);
        await client.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var answer = new byte[64];
        var heard = await client.ReceiveAsync(answer, CancellationToken.None);
        var close = await client.ReceiveAsync(answer.AsMemory(heard.Count), CancellationToken.None);

        Encoding.UTF8.GetString(answer, 0, heard.Count).ShouldBe("hello");
        close.MessageType.ShouldBe(WebSocketMessageType.Close);
    }

    [Test]
    public async Task A_client_that_leaves_ends_the_work_for_it()
    {
        var reached = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var routes = _proxy.Route(("v1", 100, [await _proxy.ServeAsync(async context =>
        {
            reached.SetResult();
            await using var registration = context.RequestAborted.Register(() => ended.SetResult());
            await ended.Task;
        })]));
        using var leave = new CancellationTokenSource();

        var asking = _proxy.Client.GetAsync(_proxy.Address, leave.Token);
        await reached.Task;
        await leave.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        routes[0].Counters.Requests(5).ShouldBe(0);
    }

    [TestCase(1)]
    [TestCase(4_095)]
    [TestCase(4_096)]
    [TestCase(4_097)]
    [TestCase(5_293)]
    [TestCase(20_000)]
    public async Task An_answer_of_known_length_arrives_whole_and_at_once(int length)
    {
        var body = new byte[length];
        new Random(1).NextBytes(body);
        _proxy.Route(("v1", 100, [await _proxy.ServeAsync(async context =>
        {
            context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(body);
        })]));

        var answer = await _proxy.Client.GetByteArrayAsync(new Uri("/", UriKind.Relative)).WaitAsync(TimeSpan.FromSeconds(5));

        answer.ShouldBe(body);
    }

    [Test]
    public async Task An_answer_of_several_megabytes_arrives_whole()
    {
        var body = new byte[5_000_000];
        new Random(1).NextBytes(body);
        _proxy.Route(("v1", 100, [await _proxy.ServeAsync(async context => await context.Request.Body.CopyToAsync(context.Response.Body))]));

        using var content = new ByteArrayContent(body);
        using var response = await _proxy.Client.PostAsync(_proxy.Address, content);

        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(body);
    }
}
