namespace Sample.Storefront.Orders;

/// <summary>Keeps orders.</summary>
internal interface IOrderStore
{
    /// <summary>Keeps an order; one that is kept already stays as it is.</summary>
    Task AddAsync(Order order, CancellationToken cancellationToken);

    /// <summary>The order, equal to the one that was added, or null when there is none.</summary>
    Task<Order?> FindAsync(string id, CancellationToken cancellationToken);
}
