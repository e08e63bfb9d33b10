using Microsoft.AspNetCore.Http.Features;

namespace Pipelines.Agent.Proxy;

/// <summary>Connections that leave HTTP (WebSockets): bytes both ways until both sides are done.</summary>
internal static class Upgrade
{
    public static bool IsAsked(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } && context.Request.Headers.Upgrade.Count > 0;

    public static async Task TunnelAsync(HttpContext context, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var backend = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var client = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(PassAsync(client, backend, end), PassAsync(backend, client, end));
    }

    private static async Task PassAsync(Stream from, Stream to, CancellationTokenSource end)
    {
        try
        {
            await from.CopyToAsync(to, end.Token);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException or HttpRequestException)
        {
            // One side is gone; that is how a tunnel ends.
        }

        // WebSockets say goodbye inside the protocol: when one side ended, nothing sensible follows from the other.
        await end.CancelAsync();
    }
}
