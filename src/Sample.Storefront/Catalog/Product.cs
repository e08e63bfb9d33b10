namespace Sample.Storefront.Catalog;

/// <summary>Something on sale.</summary>
/// <param name="Id">Stable and readable, for addresses.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Price">In euro.</param>
internal sealed record Product(string Id, string Name, string Description, decimal Price);
