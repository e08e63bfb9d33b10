using System.Collections.Immutable;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Execution;

/// <summary>Asks a stage what its smoke checks ask.</summary>
public sealed class SmokeProbe : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Makes the requests one after the other.</summary>
    /// <returns>What was wrong first, or null when every check passed.</returns>
    public async Task<string?> RunAsync(Uri url, Release release, ImmutableArray<SmokeCheck> checks, CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            if (await RunAsync(url, release, check, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<string?> RunAsync(Uri url, Release release, SmokeCheck check, CancellationToken cancellationToken)
    {
        var address = new Uri(url, check.Path);
        try
        {
            using var response = await _http.GetAsync(address, cancellationToken);
            if ((int)response.StatusCode != check.Status)
            {
                return $"GET {address} answered {(int)response.StatusCode} in place of {check.Status}";
            }

            var text = check.Contains?.Replace("{version}", release.Version, StringComparison.Ordinal);
            return text is null || (await response.Content.ReadAsStringAsync(cancellationToken)).Contains(text, StringComparison.Ordinal)
                ? null
                : $"GET {address} answered without '{text}'";
        }
        catch (Exception problem) when (problem is HttpRequestException || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return $"GET {address} was not answered: {problem.Message}";
        }
    }
}
