namespace Sample.Storefront.Orders;

/// <summary>One product of an order.</summary>
/// <param name="ProductId">As in the catalogue.</param>
/// <param name="Quantity">Pieces.</param>
internal sealed record OrderLine(string? ProductId, int Quantity);
