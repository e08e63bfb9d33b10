using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sample.Storefront.Catalog;

/// <summary>All products, in the order in which the shop shows them.</summary>
internal sealed class ProductCatalog
{
    private readonly FrozenDictionary<string, Product> _byId;

    public ProductCatalog() => _byId = All.ToFrozenDictionary(product => product.Id, StringComparer.Ordinal);

    /// <summary>The whole catalogue.</summary>
    public ImmutableArray<Product> All { get; } =
    [
        new("field-notebook", "Field notebook", "Ninety-six dotted pages, sewn, and flat when open.", 12.50m),
        new("brass-pencil", "Brass pencil", "Takes 2 mm leads and darkens with the years.", 24.00m),
        new("desk-lamp", "Desk lamp", "Warm light, one arm, no app.", 89.00m),
        new("wool-blanket", "Wool blanket", "Woven from undyed wool, 130 by 180 cm.", 119.00m),
        new("enamel-mug", "Enamel mug", "Holds 350 ml and forgives a fall.", 14.00m),
        new("pour-over", "Pour-over dripper", "Stoneware, for one large cup or two small ones.", 28.00m),
        new("tea-tin", "Tea tin", "Two lids, so that the leaves stay dry.", 16.50m),
        new("linen-apron", "Linen apron", "Cross-back, with one deep pocket.", 48.00m),
        new("bread-knife", "Bread knife", "Carbon steel with an ash handle, 22 cm.", 62.00m),
        new("cutting-board", "Cutting board", "End grain oak, oiled, with rubber feet.", 74.00m),
        new("storm-lantern", "Storm lantern", "Burns for twenty hours on one filling.", 39.00m),
        new("canvas-bag", "Canvas bag", "Waxed cotton & leather, carries 18 litres.", 95.00m),
    ];

    /// <summary>The product, or null when there is none of this name.</summary>
    public Product? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A part of the catalogue.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="size">At least 1.</param>
    public ProductPage Page(int page, int size) => new([.. All.Skip((int)Math.Min((page - 1L) * size, All.Length)).Take(size)], page, size, All.Length);
}
