using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Execution;

/// <summary>Makes a stage's synthetic traffic at an even pace until it is disposed or its limit is reached; answers are the router's to count.</summary>
internal sealed class SyntheticLoad : IAsyncDisposable
{
    // More open requests than this would be load, not traffic: a slow service gets fewer requests instead of a queue.
    private const int MostOpen = 32;

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _open = new(MostOpen, MostOpen);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Task _pace;

    public SyntheticLoad(SyntheticTraffic traffic, Uri url, TimeProvider time)
    {
        _http.BaseAddress = url;
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Pipelines-Synthetic/1.0");
        _pace = PaceAsync(traffic, time, _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pace;
        _http.Dispose();
        _open.Dispose();
        _stop.Dispose();
    }

    private async Task PaceAsync(SyntheticTraffic traffic, TimeProvider time, CancellationToken cancellationToken)
    {
        var open = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / traffic.RequestsPerSecond), time);
        try
        {
            for (var sent = 0; sent < traffic.MaximumRequests && await timer.WaitForNextTickAsync(cancellationToken); sent++)
            {
                await _open.WaitAsync(cancellationToken);
                open.RemoveAll(request => request.IsCompleted);
                open.Add(SendAsync(traffic.Paths[sent % traffic.Paths.Length], cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The rollout is over.
        }

        await Task.WhenAll(open);
    }

    private async Task SendAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            // What failed is in the router's counters, beside what did not.
        }
        finally
        {
            _open.Release();
        }
    }
}
