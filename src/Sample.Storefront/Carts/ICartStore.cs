namespace Sample.Storefront.Carts;

/// <summary>Keeps carts until they are ordered or forgotten.</summary>
internal interface ICartStore
{
    /// <summary>The cart; empty when there is none.</summary>
    Task<Cart> ReadAsync(CartId id, CancellationToken cancellationToken);

    /// <summary>Adds pieces of products, up to <see cref="Cart.MostPieces"/> of each. What others add at the same time is not lost.</summary>
    Task AddAsync(CartId id, Cart more, CancellationToken cancellationToken);

    /// <summary>Removes a product.</summary>
    Task RemoveAsync(CartId id, string productId, CancellationToken cancellationToken);

    /// <summary>Takes everything out; of several who take at once, one gets it.</summary>
    Task<Cart> TakeAsync(CartId id, CancellationToken cancellationToken);
}
