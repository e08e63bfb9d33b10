namespace Sample.Storefront.Stores;

/// <summary>A place outside of this process that requests need.</summary>
internal interface IStore
{
    /// <summary>Succeeds when the next request would find the store working.</summary>
    /// <exception cref="StoreUnavailableException">It would not.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
