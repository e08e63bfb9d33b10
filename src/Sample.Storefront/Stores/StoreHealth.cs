namespace Sample.Storefront.Stores;

/// <summary>Asks all stores at once; without any, answers at once.</summary>
internal sealed class StoreHealth(IEnumerable<IStore> stores)
{
    private readonly IStore[] _stores = [.. stores];

    /// <summary>What is wrong with the stores, a line each; null when nothing is.</summary>
    public async ValueTask<string?> ObstacleAsync(CancellationToken cancellationToken)
    {
        if (_stores is [])
        {
            return null;
        }

        var problems = await Task.WhenAll(_stores.Select(store => ProblemAsync(store, cancellationToken)));
        return string.Join('\n', problems.OfType<string>()) is { Length: > 0 } obstacle ? obstacle : null;
    }

    private static async Task<string?> ProblemAsync(IStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            return null;
        }
        catch (StoreUnavailableException unavailable)
        {
            return unavailable.Message;
        }
    }
}
