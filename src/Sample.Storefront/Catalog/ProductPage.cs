namespace Sample.Storefront.Catalog;

/// <summary>A part of the catalogue.</summary>
/// <param name="Items">The products of this page; empty behind the last one.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Size">Most products on a page.</param>
/// <param name="Total">Products in the whole catalogue.</param>
internal sealed record ProductPage(IReadOnlyList<Product> Items, int Page, int Size, int Total);
