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
        var up = PassAsync(client, backend, end.Token);
        var down = PassAsync(backend, client, end.Token);
        // WebSockets say goodbye inside the protocol: when one side ended, nothing sensible follows from the other.
        await Task.WhenAny(up, down);
        await end.CancelAsync();
        await Task.WhenAll(up, down);
    }

    private static async Task PassAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        try
        {
            await from.CopyToAsync(to, cancellationToken);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException or HttpRequestException)
        {
            // One side is gone; that is how a tunnel ends.
        }
    }
}
