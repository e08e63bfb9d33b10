using System.Collections.Concurrent;

namespace Pipelines.EndToEnd.Harness;

/// <summary>People who load a page again and again, each at a bounded pace, and note who answered.</summary>
internal sealed class Visitors : IAsyncDisposable
{
    // The storefront says its version in every answer.
    private const string VersionHeader = "X-Storefront-Version";

    private readonly ConcurrentQueue<Visit> _visits = new();
    private readonly CancellationTokenSource _leave = new();
    private readonly SocketsHttpHandler _handler = new() { UseCookies = false };
    private readonly HttpClient _client;
    private readonly Task _walking;

    private Visitors(Uri page, int count, TimeSpan pace)
    {
        _client = new HttpClient(_handler) { Timeout = TimeSpan.FromSeconds(10) };
        _walking = Task.WhenAll(Enumerable.Range(0, count).Select(_ => WalkAsync(page, pace)));
    }

    /// <summary>Every visit until now, in the order of the answers.</summary>
    public IReadOnlyList<Visit> Visits => [.. _visits];

    /// <summary>Sends visitors to a page.</summary>
    /// <param name="page">What they load.</param>
    /// <param name="count">How many at the same time; without cookies, so each request is a new person to the proxy.</param>
    /// <param name="pace">Pause of each between two requests.</param>
    public static Visitors Start(Uri page, int count, TimeSpan pace) => new(page, count, pace);

    /// <summary>Ends the visits; those under way are finished.</summary>
    public async Task<IReadOnlyList<Visit>> LeaveAsync()
    {
        await _leave.CancelAsync();
        await _walking;
        return Visits;
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        _client.Dispose();
        _handler.Dispose();
        _leave.Dispose();
    }

    private async Task WalkAsync(Uri page, TimeSpan pace)
    {
        while (!_leave.IsCancellationRequested)
        {
            _visits.Enqueue(await VisitAsync(page));
            await Task.Delay(pace, TimeProvider.System, _leave.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Visit> VisitAsync(Uri page)
    {
        try
        {
            using var response = await _client.GetAsync(page);
            var version = response.Headers.TryGetValues(VersionHeader, out var values) ? values.First() : null;
            return new(TimeProvider.System.GetUtcNow(), (int)response.StatusCode, version, Problem: null);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return new(TimeProvider.System.GetUtcNow(), Status: null, Version: null, exception.Message);
        }
    }
}
